package org.kartoteka.testing;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyKind;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.api.party.PartySummary;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.problem.NotFound;

/** A register in memory whose parties stand in the database too, for the foreign keys. */
public final class FakeParties implements PartyRegister {

  private final UnitOfWork unitOfWork;
  private final Map<PartyId, PartyView> parties = new LinkedHashMap<>();
  private final Map<PartyId, Integer> paymentTerms = new HashMap<>();

  public FakeParties(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /** Gives the party these roles. */
  public void setRoles(PartyId id, List<String> roles) {
    PartyView party = get(id);
    parties.put(id, view(id, party.name(), roles, party.revision() + 1));
  }

  /** Gives the party a term of payment of its own. */
  public void setPaymentTerm(PartyId id, int days) {
    paymentTerms.put(id, days);
    rename(id, get(id).name());
  }

  /** Gives the party another name. */
  public void rename(PartyId id, String name) {
    PartyView party = get(id);
    parties.put(id, view(id, name, party.roles(), party.revision() + 1));
  }

  @Override
  public PartyView register(PartyData data) {
    PartyId id = new PartyId(parties.size() + 1L);
    unitOfWork.run(
        () ->
            Sql.of(
                    unitOfWork,
                    "insert into core.party (id, revision, kind, name, number, status, created_at,"
                        + " created_by, changed_at, changed_by, search_text) values (?, 1,"
                        + " 'ORGANISATION', ?, ?, 'POTENTIAL', now(), 'x', now(), 'x', '')",
                    id,
                    data.name(),
                    "P" + id.value())
                .update());
    parties.put(id, view(id, data.name(), data.roles(), 1));
    return parties.get(id);
  }

  @Override
  public PartyView change(PartyId id, ExpectedRevision revision, PartyData data) {
    revision.check(get(id).revision(), TYPE, id.value());
    parties.put(id, view(id, data.name(), data.roles(), get(id).revision() + 1));
    return get(id);
  }

  @Override
  public PartyView changeStatus(
      PartyId id, ExpectedRevision revision, PartyStatus status, String reason) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void remove(PartyId id, ExpectedRevision revision) {
    unitOfWork.run(() -> Sql.of(unitOfWork, "delete from core.party where id = ?", id).update());
    parties.remove(id);
  }

  @Override
  public Optional<PartyView> find(PartyId id) {
    return Optional.ofNullable(parties.get(id));
  }

  @Override
  public PartyView get(PartyId id) {
    return find(id).orElseThrow(() -> new NotFound(TYPE, id.value()));
  }

  @Override
  public List<PartySummary> summaries(Collection<PartyId> ids) {
    return ids.stream().map(parties::get).filter(p -> p != null).map(FakeParties::row).toList();
  }

  @Override
  public Page<PartySummary> page(PartyQuery query, PageRequest request) {
    String text = query.text() == null ? "" : query.text().toLowerCase(Locale.ROOT);
    return new Page<>(
        parties.values().stream()
            .filter(party -> query.roles().isEmpty() || party.roles().containsAll(query.roles()))
            .filter(
                party ->
                    party.name().toLowerCase(Locale.ROOT).contains(text)
                        || party.number().equalsIgnoreCase(text))
            .map(FakeParties::row)
            .toList(),
        null);
  }

  @Override
  public long count(PartyQuery query, long atMost) {
    return page(query, PageRequest.first()).items().size();
  }

  @Override
  public List<TagView> tags() {
    return List.of();
  }

  private static PartySummary row(PartyView party) {
    return new PartySummary(
        party.id(),
        party.revision(),
        party.kind(),
        party.name(),
        null,
        party.number(),
        party.status(),
        null,
        null,
        null,
        null,
        null,
        party.paymentTermDays(),
        null,
        null,
        party.roles(),
        List.of(),
        null,
        null);
  }

  private PartyView view(PartyId id, String name, List<String> roles, long revision) {
    return new PartyView(
        id,
        revision,
        PartyKind.ORGANISATION,
        name,
        null,
        "P" + id.value(),
        PartyStatus.POTENTIAL,
        null,
        null,
        null,
        null,
        null,
        null,
        paymentTerms.get(id),
        null,
        null,
        null,
        null,
        null,
        null,
        roles,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
