package org.kartoteka.core.internal.handover;

import static org.kartoteka.core.internal.data.CorePermissions.HANDOVER_MAKE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.stream.Collectors;
import org.kartoteka.core.api.bulk.BulkActId;
import org.kartoteka.core.api.bulk.BulkActView;
import org.kartoteka.core.api.bulk.BulkActs;
import org.kartoteka.core.api.bulk.BulkOrder;
import org.kartoteka.core.api.bulk.BulkPreview;
import org.kartoteka.core.api.bulk.OwnerShare;
import org.kartoteka.core.api.handover.HandoverId;
import org.kartoteka.core.api.handover.HandoverOrder;
import org.kartoteka.core.api.handover.HandoverPreview;
import org.kartoteka.core.api.handover.HandoverView;
import org.kartoteka.core.api.handover.Handovers;
import org.kartoteka.core.api.handover.OwnedCount;
import org.kartoteka.core.api.handover.OwnedRecords;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.internal.bulk.Shares;
import org.kartoteka.core.internal.data.Names;
import org.kartoteka.core.internal.handover.HandoverRows.Kept;
import org.kartoteka.core.internal.handover.HandoverRows.Part;
import org.kartoteka.core.internal.handover.HandoverRows.State;
import org.kartoteka.core.internal.party.PartyLists;
import org.kartoteka.platform.api.data.Cursor;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.history.ChangeHistory;
import org.kartoteka.platform.api.history.ChangeView;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.RecentProof;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.security.UserDirectory;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.security.UserView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Hand-overs: the parties by a bulk act, the records of features by those who keep them. */
@Component
public final class HandoversService implements Handovers {

  private static final int COUNTED = 1_000_000;

  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final CurrentUser user;
  private final RecentProof proof;
  private final UserDirectory users;
  private final Names names;
  private final ChangeHistory history;
  private final BulkActs bulkActs;
  private final PartyLists parties;
  private final OwnedKinds kinds;
  private final HandoverRows rows;
  private final FollowHandovers followers;
  private final ExecutorService background;

  @Activate
  public HandoversService(
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference CurrentUser user,
      @Reference RecentProof proof,
      @Reference UserDirectory users,
      @Reference Names names,
      @Reference ChangeHistory history,
      @Reference BulkActs bulkActs,
      @Reference PartyLists parties,
      @Reference OwnedKinds kinds,
      @Reference HandoverRows rows,
      @Reference FollowHandovers followers,
      @Reference(target = "(kartoteka.executor=background)") ExecutorService background) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.user = user;
    this.proof = proof;
    this.users = users;
    this.names = names;
    this.history = history;
    this.bulkActs = bulkActs;
    this.parties = parties;
    this.kinds = kinds;
    this.rows = rows;
    this.followers = followers;
    this.background = background;
  }

  @Override
  public List<OwnedCount> owned(UserId owner) {
    access.require(HANDOVER_MAKE);
    return unitOfWork.call(
        () -> {
          known(owner).orElseThrow(() -> new NotFound("user", owner.value()));
          List<OwnedCount> counts = new ArrayList<>();
          counts.add(new OwnedCount(PARTIES, parties.count(of(owner), COUNTED)));
          kinds.present().forEach(one -> counts.add(new OwnedCount(one.kind(), one.count(owner))));
          return counts;
        });
  }

  @Override
  public HandoverPreview preview(HandoverOrder order) {
    access.require(HANDOVER_MAKE);
    check(order);
    return unitOfWork.call(
        () -> {
          List<HandoverPreview.Part> parts = new ArrayList<>();
          if (wants(order, PARTIES)) {
            BulkPreview found = bulkActs.preview(partiesOf(order));
            parts.add(
                new HandoverPreview.Part(
                    PARTIES,
                    found.changing(),
                    found.unchanged() + found.refused(),
                    found.portions()));
          }
          kinds.present().stream()
              .filter(one -> wants(order, one.kind()))
              .forEach(one -> parts.add(part(one, order)));
          return new HandoverPreview(
              parts, kinds.absent().stream().filter(kind -> wants(order, kind)).toList());
        });
  }

  private static HandoverPreview.Part part(OwnedRecords records, HandoverOrder order) {
    long count = records.count(order.from());
    List<UserId> rest = rest(order);
    return rest.isEmpty()
        ? new HandoverPreview.Part(records.kind(), 0, count, List.of())
        : new HandoverPreview.Part(
            records.kind(), count, 0, BulkPreview.Portion.evenly(count, rest));
  }

  private static List<UserId> rest(HandoverOrder order) {
    return order.shares().stream()
        .filter(share -> share.register() == null)
        .findFirst()
        .map(OwnerShare::owners)
        .orElse(List.of());
  }

  @Override
  public HandoverView start(HandoverOrder order) {
    access.require(HANDOVER_MAKE);
    proof.requireRecent();
    check(order);
    HandoverId id =
        unitOfWork.call(
            () -> {
              kinds.remember();
              HandoverId made = rows.add(order.from(), order.shares(), user.require());
              kinds.all().stream()
                  .filter(kind -> wants(order, kind))
                  .forEach(kind -> rows.add(made, kind));
              record(order.from(), order.shares(), true);
              if (wants(order, PARTIES)) {
                rows.setAct(made, bulkActs.start(partiesOf(order)).id());
              }
              return made;
            });
    background.execute(followers::follow);
    return get(id);
  }

  @Override
  public HandoverView get(HandoverId id) {
    access.require(HANDOVER_MAKE);
    return unitOfWork.call(() -> view(kept(id)));
  }

  @Override
  public Page<HandoverView> page(UserId from, PageRequest request) {
    access.require(HANDOVER_MAKE);
    return unitOfWork.call(
        () -> {
          List<Kept> found = rows.page(from, request);
          boolean more = found.size() > request.limit();
          List<Kept> items = more ? found.subList(0, request.limit()) : found;
          return new Page<>(
              items.stream().map(this::view).toList(),
              more ? Cursor.of(List.of("", items.get(items.size() - 1).id().value())) : null);
        });
  }

  @Override
  public HandoverView undo(HandoverId id) {
    access.require(HANDOVER_MAKE);
    proof.requireRecent();
    unitOfWork.run(
        () -> {
          rows.hold(id);
          Kept handover = kept(id);
          if (handover.undoneAt() != null) {
            throw new Refused("problem.handover.undone");
          }
          rows.undo(id, user.require());
          record(handover.from(), handover.shares(), false);
          if (handover.parties() != null) {
            bulkActs.undo(handover.parties());
          }
        });
    background.execute(followers::follow);
    return get(id);
  }

  private Kept kept(HandoverId id) {
    return rows.find(id).orElseThrow(() -> new NotFound("handover", id.value()));
  }

  /** The history of the one whose records they were says to whom they went. */
  private void record(UserId from, List<OwnerShare> shares, boolean given) {
    String to =
        shares.stream()
            .flatMap(share -> share.owners().stream())
            .distinct()
            .map(names::user)
            .collect(Collectors.joining(", "));
    history.record(
        ChangeView.Kind.CHANGED,
        RecordRef.of("user", from, names.user(from)),
        List.of(new FieldChange("handedOverTo", given ? null : to, given ? to : null)));
  }

  private void check(HandoverOrder order) {
    Findings findings = new Findings();
    if (order.from() == null) {
      findings.add("from", "required");
    } else if (known(order.from()).isEmpty()) {
      findings.add("from", "unknownUser", order.from());
    }
    if (order.shares().isEmpty()) {
      findings.add("shares", "required");
    }
    Shares.check(order.shares(), findings);
    for (int i = 0; i < order.shares().size(); i++) {
      String field = "shares[" + i + "].owners";
      for (UserId owner : order.shares().get(i).owners()) {
        if (known(owner).isEmpty()) {
          findings.add(field, "unknownUser", owner);
        } else if (owner.equals(order.from())) {
          findings.add(field, "handsOverHimself");
        } else if (known(owner).filter(UserView::blocked).isPresent()) {
          findings.add(field, "blockedUser");
        }
      }
    }
    Set<String> all = Set.copyOf(unitOfWork.call(kinds::all));
    order.kinds().stream()
        .filter(kind -> !kind.equals(PARTIES) && !all.contains(kind))
        .forEach(kind -> findings.add("kinds", "unknownOwnedKind", kind));
    findings.throwIfAny();
  }

  /** The user with all that is known of him, which colleagues are not told. */
  private Optional<UserView> known(UserId id) {
    return user.runAs(User.SYSTEM, () -> users.user(id));
  }

  private static boolean wants(HandoverOrder order, String kind) {
    return order.kinds().isEmpty() || order.kinds().contains(kind);
  }

  private static PartyQuery of(UserId owner) {
    return PartyQuery.where().owner(owner).query();
  }

  private static BulkOrder partiesOf(HandoverOrder order) {
    return BulkOrder.shareOut(of(order.from()), order.shares());
  }

  private HandoverView view(Kept handover) {
    List<HandoverView.Part> parts = new ArrayList<>();
    if (handover.parties() != null) {
      parts.add(partiesPart(handover.parties()));
    }
    rows.parts(handover.id()).forEach(part -> parts.add(part(part)));
    return new HandoverView(
        handover.id(),
        handover.from(),
        handover.shares(),
        handover.startedBy(),
        handover.startedAt(),
        handover.undoneBy(),
        handover.undoneAt(),
        parts);
  }

  private HandoverView.Part partiesPart(BulkActId id) {
    BulkActView act = seen(id);
    BulkActView undo = act.undoneBy() == null ? null : seen(act.undoneBy());
    BulkActView last = undo == null ? act : undo;
    HandoverView.State state =
        switch (last.state()) {
          case RUNNING -> HandoverView.State.RUNNING;
          case DONE, CANCELLED -> HandoverView.State.DONE;
          case FAILED -> HandoverView.State.FAILED;
        };
    return new HandoverView.Part(
        PARTIES,
        state,
        act.changed(),
        undo == null ? 0 : undo.changed(),
        undo == null ? 0 : undo.refused());
  }

  /** The act of a hand-over that the user may see, though somebody else may have undone it. */
  private BulkActView seen(BulkActId act) {
    return user.runAs(User.SYSTEM, () -> bulkActs.get(act));
  }

  private HandoverView.Part part(Part part) {
    boolean open = part.state() == State.GIVING || part.state() == State.TAKING_BACK;
    boolean there = kinds.find(part.kind()).isPresent();
    HandoverView.State state =
        !open
            ? HandoverView.State.DONE
            : there ? HandoverView.State.RUNNING : HandoverView.State.WAITING;
    return new HandoverView.Part(part.kind(), state, part.given(), part.back(), part.kept());
  }
}
