package org.kartoteka.core.internal.party;

import static org.kartoteka.core.internal.data.CorePermissions.PARTY_CHANGE;
import static org.kartoteka.core.internal.data.CorePermissions.PARTY_READ;
import static org.kartoteka.core.internal.data.CorePermissions.PARTY_REMOVE;
import static org.kartoteka.core.internal.data.CorePermissions.PARTY_STATUS;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.api.party.PartySummary;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.internal.party.PartyRecords.Card;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.Moved;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The card register of parties. */
@Component
public final class PartyRegisterService implements PartyRegister {

  private static final int REASON = 1000;

  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final PartyRecords records;
  private final PartyRemoval removal;
  private final PartyLists lists;
  private final PartyTags tags;

  @Activate
  public PartyRegisterService(
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference PartyRecords records,
      @Reference PartyRemoval removal,
      @Reference PartyLists lists,
      @Reference PartyTags tags) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.records = records;
    this.removal = removal;
    this.lists = lists;
    this.tags = tags;
  }

  @Override
  public PartyView register(PartyData data) {
    access.require(PARTY_CHANGE);
    return unitOfWork.callRepeatably(() -> registered(data));
  }

  @Override
  public PartyView change(PartyId id, ExpectedRevision revision, PartyData data) {
    access.require(PARTY_CHANGE);
    return unitOfWork.callRepeatably(
        () -> {
          Card card = held(id, revision, RecordAction.CHANGE);
          records.change(card, data);
          records.write(data.number());
          return card.view();
        });
  }

  @Override
  public PartyView changeStatus(
      PartyId id, ExpectedRevision revision, PartyStatus status, String reason) {
    access.require(PARTY_STATUS);
    Findings findings = new Findings();
    String cleaned = findings.text("reason", reason, REASON);
    if (status == null) {
      findings.add("status", "required");
    }
    findings.throwIfAny();
    return unitOfWork.callRepeatably(
        () -> {
          Card card = held(id, revision, RecordAction.CHANGE);
          records.changeStatus(card, status, cleaned);
          records.write(null);
          return card.view();
        });
  }

  @Override
  public void remove(PartyId id, ExpectedRevision revision) {
    access.require(PARTY_REMOVE);
    unitOfWork.runRepeatably(() -> removal.remove(held(id, revision, RecordAction.DELETE)));
  }

  @Override
  public Optional<PartyView> find(PartyId id) {
    access.require(PARTY_READ);
    return unitOfWork.read(
        () ->
            Optional.ofNullable(records.find(id))
                .filter(card -> card.party().mergedInto() == null)
                .map(Card::view));
  }

  @Override
  public PartyView get(PartyId id) {
    access.require(PARTY_READ);
    return unitOfWork.call(
        () -> {
          Card card = records.find(id);
          if (card == null) {
            throw new NotFound(TYPE, id.value());
          }
          if (card.party().mergedInto() != null) {
            throw new Moved(TYPE, id.value(), card.party().mergedInto().value());
          }
          return card.view();
        });
  }

  @Override
  public List<PartySummary> summaries(Collection<PartyId> ids) {
    access.require(PARTY_READ);
    return unitOfWork.read(() -> lists.summaries(ids));
  }

  @Override
  public Page<PartySummary> page(PartyQuery query, PageRequest request) {
    access.require(PARTY_READ);
    return unitOfWork.read(() -> lists.page(query, request));
  }

  @Override
  public long count(PartyQuery query, long atMost) {
    access.require(PARTY_READ);
    return unitOfWork.read(() -> lists.count(query, atMost));
  }

  @Override
  public List<TagView> tags() {
    access.require(PARTY_READ);
    return unitOfWork.read(tags::inUse);
  }

  private PartyView registered(PartyData data) {
    PartyData normal = records.normal(data);
    if (normal.number() != null) {
      records.requireFree(normal.number());
    }
    Card card = records.register(normal);
    records.write(normal.number());
    return card.view();
  }

  private Card held(PartyId id, ExpectedRevision revision, RecordAction action) {
    Card card = records.hold(id, action);
    revision.check(card.party().revision(), TYPE, id.value());
    return card;
  }
}
