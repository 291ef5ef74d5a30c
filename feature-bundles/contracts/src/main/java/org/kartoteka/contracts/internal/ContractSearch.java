package org.kartoteka.contracts.internal;

import java.util.List;
import org.kartoteka.contracts.ContractQuery;
import org.kartoteka.contracts.ContractSummary;
import org.kartoteka.contracts.Contracts;
import org.kartoteka.contracts.internal.data.ContractPermissions;
import org.kartoteka.contracts.internal.data.ContractRows;
import org.kartoteka.core.api.search.SearchHit;
import org.kartoteka.core.api.search.SearchSource;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.AccessControl;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds contracts by number, subject, party and what was agreed. */
@Component
public final class ContractSearch implements SearchSource {

  private final ContractRows rows;
  private final RecordKeeping records;
  private final AccessControl access;

  @Activate
  public ContractSearch(
      @Reference ContractRows rows,
      @Reference RecordKeeping records,
      @Reference AccessControl access) {
    this.rows = rows;
    this.records = records;
    this.access = access;
  }

  @Override
  public String type() {
    return Contracts.TYPE;
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public List<SearchHit> search(String text, int limit) {
    if (!access.may(ContractPermissions.READ)) {
      return List.of();
    }
    return rows
        .page(ContractQuery.words(text), records.act().today(), PageRequest.first(limit))
        .items()
        .stream()
        .map(ContractSearch::hit)
        .toList();
  }

  private static SearchHit hit(ContractSummary contract) {
    return new SearchHit(
        RecordRef.of(Contracts.TYPE, contract.id(), contract.number()),
        contract.partyName() + (contract.subject() == null ? "" : " · " + contract.subject()),
        "contracts/" + contract.id().value());
  }
}
