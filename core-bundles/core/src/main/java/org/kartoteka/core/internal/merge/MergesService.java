package org.kartoteka.core.internal.merge;

import static org.kartoteka.core.internal.data.CorePermissions.PARTY_MERGE;
import static org.kartoteka.core.internal.data.CorePermissions.PARTY_READ;

import java.util.List;
import java.util.Optional;
import org.kartoteka.core.api.merge.MergeId;
import org.kartoteka.core.api.merge.MergeParties;
import org.kartoteka.core.api.merge.MergePreview;
import org.kartoteka.core.api.merge.MergeQuery;
import org.kartoteka.core.api.merge.MergeView;
import org.kartoteka.core.api.merge.Merges;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.problem.NotFound;
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
  private final PartyMerge merge;
  private final MergeUndo undo;
  private final MergeRows rows;

  @Activate
  public MergesService(
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference MergePreviews previews,
      @Reference PartyMerge merge,
      @Reference MergeUndo undo,
      @Reference MergeRows rows) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.previews = previews;
    this.merge = merge;
    this.undo = undo;
    this.rows = rows;
  }

  @Override
  public MergePreview preview(PartyId survivor, List<PartyId> merged) {
    access.require(PARTY_READ);
    return unitOfWork.call(() -> previews.of(survivor, merged));
  }

  @Override
  public MergeView merge(MergeParties order) {
    access.require(PARTY_MERGE);
    return unitOfWork.callRepeatably(() -> view(merge.merge(order)));
  }

  @Override
  public MergeView undo(MergeId id) {
    access.require(PARTY_MERGE);
    return unitOfWork.callRepeatably(
        () -> {
          undo.undo(id);
          return view(id);
        });
  }

  @Override
  public Optional<MergeView> find(MergeId id) {
    access.require(PARTY_READ);
    return unitOfWork.call(() -> rows.view(id));
  }

  @Override
  public MergeView get(MergeId id) {
    return find(id).orElseThrow(() -> new NotFound(TYPE, id.value()));
  }

  @Override
  public Page<MergeView> page(MergeQuery query, PageRequest request) {
    access.require(PARTY_READ);
    return unitOfWork.call(() -> rows.page(query, request));
  }

  private MergeView view(MergeId id) {
    return rows.view(id).orElseThrow(() -> new NotFound(TYPE, id.value()));
  }
}
