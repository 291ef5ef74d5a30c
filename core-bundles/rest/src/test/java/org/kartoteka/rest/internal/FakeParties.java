package org.kartoteka.rest.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.api.party.PartySummary;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.problem.Collided;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;

/** Parties in memory. */
final class FakeParties implements PartyRegister {

  private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");

  private final Map<Long, PartyView> parties = new ConcurrentSkipListMap<>();
  private final AtomicLong ids = new AtomicLong();
  volatile PartyQuery asked;

  @Override
  public PartyView register(PartyData data) {
    if (data.name() == null) {
      throw new InvalidInput(FieldError.of("name", "required"));
    }
    if (data.name().equals("boom")) {
      throw new IllegalStateException("a secret of ours");
    }
    if (data.name().equals("collision")) {
      throw new Collided(new IllegalStateException("deadlock detected"));
    }
    PartyView view = view(ids.incrementAndGet(), 0, PartyStatus.POTENTIAL, data);
    parties.put(view.id().value(), view);
    return view;
  }

  @Override
  public PartyView change(PartyId id, ExpectedRevision revision, PartyData data) {
    PartyView before = get(id);
    revision.check(before.revision(), TYPE, id.value());
    PartyView after = view(id.value(), before.revision() + 1, before.status(), data);
    parties.put(id.value(), after);
    return after;
  }

  @Override
  public PartyView changeStatus(
      PartyId id, ExpectedRevision revision, PartyStatus status, String reason) {
    PartyView before = get(id);
    revision.check(before.revision(), TYPE, id.value());
    if (status == PartyStatus.BARRED && reason == null) {
      throw new InvalidInput(FieldError.of("statusReason", "required"));
    }
    PartyView after = view(id.value(), before.revision() + 1, status, before.data());
    parties.put(id.value(), after);
    return after;
  }

  @Override
  public void remove(PartyId id, ExpectedRevision revision) {
    PartyView party = get(id);
    revision.check(party.revision(), TYPE, id.value());
    if (party.name().equals("forbidden")) {
      throw new Forbidden("core.party.remove");
    }
    throw new Refused("problem.party.in-use", party.name());
  }

  @Override
  public Optional<PartyView> find(PartyId id) {
    return Optional.ofNullable(parties.get(id.value()));
  }

  @Override
  public PartyView get(PartyId id) {
    return find(id).orElseThrow(() -> new NotFound(TYPE, id.value()));
  }

  @Override
  public List<PartySummary> summaries(Collection<PartyId> wanted) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Page<PartySummary> page(PartyQuery query, PageRequest request) {
    asked = query;
    List<PartySummary> all = parties.values().stream().map(FakeParties::summary).toList();
    boolean more = all.size() > request.limit();
    return new Page<>(more ? all.subList(0, request.limit()) : all, more ? "cursor" : null);
  }

  @Override
  public long count(PartyQuery query, long atMost) {
    return parties.size();
  }

  @Override
  public List<TagView> tags() {
    return List.of();
  }

  private static PartySummary summary(PartyView v) {
    return new PartySummary(
        v.id(),
        v.revision(),
        v.kind(),
        v.name(),
        v.shortName(),
        v.number(),
        v.status(),
        null,
        null,
        null,
        null,
        null,
        v.paymentTermDays(),
        v.rating(),
        v.ownerId(),
        v.roles(),
        v.tags(),
        v.changedAt(),
        v.custom());
  }

  private static PartyView view(long id, long revision, PartyStatus status, PartyData data) {
    return new PartyView(
        new PartyId(id),
        revision,
        data.kind(),
        data.name(),
        data.shortName(),
        data.number(),
        status,
        data.identifiers(),
        data.addresses(),
        data.phones(),
        data.emails(),
        data.web(),
        data.bankAccounts(),
        data.paymentTermDays(),
        data.documentText(),
        data.language(),
        data.currency(),
        data.rating(),
        data.ownerId(),
        data.tags(),
        data.roles(),
        data.person(),
        data.custom(),
        THEN,
        "anna",
        THEN,
        "anna");
  }
}
