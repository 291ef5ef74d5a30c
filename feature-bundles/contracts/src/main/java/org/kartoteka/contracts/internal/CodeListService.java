package org.kartoteka.contracts.internal;

import java.util.List;
import java.util.Optional;
import org.kartoteka.contracts.CodeEntry;
import org.kartoteka.contracts.CodeList;
import org.kartoteka.contracts.CodeLists;
import org.kartoteka.contracts.internal.data.CodeRows;
import org.kartoteka.contracts.internal.data.ContractPermissions;
import org.kartoteka.contracts.internal.domain.ContractRules;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The short lists that a company defines for its contracts. */
@Component
public final class CodeListService implements CodeLists {

  private final RecordKeeping records;
  private final CodeRows rows;

  @Activate
  public CodeListService(@Reference RecordKeeping records, @Reference CodeRows rows) {
    this.records = records;
    this.rows = rows;
  }

  @Override
  public List<CodeEntry> entries(CodeList list) {
    return records.with(ContractPermissions.READ, () -> rows.entries(list));
  }

  @Override
  public CodeEntry put(CodeEntry given) {
    return records.with(
        ContractPermissions.DEFINE,
        () -> {
          Findings findings = new Findings();
          CodeEntry entry = ContractRules.normal(given, findings);
          findings.throwIfAny();
          Optional<CodeEntry> before = rows.find(entry.list(), entry.code());
          rows.put(entry);
          if (before.isEmpty()) {
            records.created(reference(entry), entry);
          } else if (!before.get().equals(entry)) {
            records.changed(reference(entry), before.get(), entry);
          }
          return entry;
        });
  }

  @Override
  public void remove(CodeList list, String code) {
    records.with(
        ContractPermissions.DEFINE,
        () -> {
          CodeEntry entry = rows.find(list, code).orElseThrow(() -> new NotFound(TYPE, code));
          if (!rows.removeUnused(list, code)) {
            throw new Refused("problem.contracts.code-used", entry.name());
          }
          records.deleted(reference(entry), entry);
          return null;
        });
  }

  private static RecordRef reference(CodeEntry entry) {
    return new RecordRef(TYPE, entry.list() + "." + entry.code(), entry.name());
  }
}
