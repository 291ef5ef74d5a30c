package org.kartoteka.core.internal.merge;

import static org.kartoteka.core.internal.data.CorePermissions.PARTY_MERGE;
import static org.kartoteka.core.internal.data.CorePermissions.PARTY_READ;
import static org.kartoteka.core.internal.data.CorePermissions.PERSON_CHANGE;
import static org.kartoteka.core.internal.data.CorePermissions.PERSON_READ;

import java.util.List;
import java.util.Optional;
import org.kartoteka.core.api.merge.MergeId;
import org.kartoteka.core.api.merge.MergeParties;
import org.kartoteka.core.api.merge.MergePersons;
import org.kartoteka.core.api.merge.MergePreview;
import org.kartoteka.core.api.merge.MergeQuery;
import org.kartoteka.core.api.merge.MergeView;
import org.kartoteka.core.api.merge.Merges;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.internal.merge.MergeRows.Kept;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.AccessControl;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Several cards of one party become one, and several again. */
@Component
public final class MergesService implements Merges {

  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final MergePreviews previews;
  private final PartyMerge parties;
  private final MergeUndo partiesUndo;
  private final PersonMerge persons;
  private final PersonMergeUndo personsUndo;
  private final MergeRows rows;

  @Activate
  public MergesService(
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference MergePreviews previews,
      @Reference PartyMerge parties,
      @Reference MergeUndo partiesUndo,
      @Reference PersonMerge persons,
      @Reference PersonMergeUndo personsUndo,
      @Reference MergeRows rows) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.previews = previews;
    this.parties = parties;
    this.partiesUndo = partiesUndo;
    this.persons = persons;
    this.personsUndo = personsUndo;
    this.rows = rows;
  }

  @Override
  public MergePreview preview(PartyId survivor, List<PartyId> merged) {
    access.require(PARTY_READ);
    return unitOfWork.call(() -> previews.of(survivor, merged));
  }

  @Override
  public MergePreview preview(PersonId survivor, List<PersonId> merged) {
    access.require(PERSON_READ);
    return unitOfWork.call(() -> previews.ofPersons(survivor, merged));
  }

  @Override
  public MergeView merge(MergeParties order) {
    access.require(PARTY_MERGE);
    return unitOfWork.callRepeatably(() -> view(parties.merge(order)));
  }

  @Override
  public MergeView merge(MergePersons order) {
    access.require(PARTY_MERGE);
    access.require(PERSON_CHANGE);
    return unitOfWork.callRepeatably(() -> view(persons.merge(order)));
  }

  @Override
  public MergeView undo(MergeId id) {
    access.require(PARTY_MERGE);
    return unitOfWork.callRepeatably(
        () -> {
          rows.alone();
          view(id);
          Kept merge = rows.find(id).orElseThrow(() -> new NotFound(TYPE, id.value()));
          if (merge.undone()) {
            throw new Refused("problem.merge.undone");
          }
          if (merge.type().equals(PersonDirectory.TYPE)) {
            access.require(PERSON_CHANGE);
            personsUndo.undo(merge);
          } else {
            partiesUndo.undo(merge);
          }
          return view(id);
        });
  }

  @Override
  public Optional<MergeView> find(MergeId id) {
    List<String> types = types();
    return unitOfWork.call(
        () -> rows.view(id).filter(merge -> types.contains(merge.survivor().type())));
  }

  @Override
  public MergeView get(MergeId id) {
    return find(id).orElseThrow(() -> new NotFound(TYPE, id.value()));
  }

  @Override
  public Page<MergeView> page(MergeQuery query, PageRequest request) {
    List<String> types = types();
    return unitOfWork.call(() -> rows.page(query, types, request));
  }

  /** The types of cards whose merges the user may see. */
  private List<String> types() {
    access.require(PARTY_READ);
    return access.may(PERSON_READ)
        ? List.of(PartyRegister.TYPE, PersonDirectory.TYPE)
        : List.of(PartyRegister.TYPE);
  }

  private MergeView view(MergeId id) {
    return rows.view(id).orElseThrow(() -> new NotFound(TYPE, id.value()));
  }
}
