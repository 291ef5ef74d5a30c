package org.kartoteka.core.internal.handover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kartoteka.core.api.bulk.BulkPreview.Portion;
import org.kartoteka.core.api.bulk.OwnerShare;
import org.kartoteka.core.api.handover.HandoverOrder;
import org.kartoteka.core.api.handover.HandoverPreview;
import org.kartoteka.core.api.handover.HandoverView;
import org.kartoteka.core.api.handover.Handovers;
import org.kartoteka.core.api.handover.OwnedCount;
import org.kartoteka.core.api.handover.OwnedRecords;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.register.RegisterData;
import org.kartoteka.core.api.register.RegisterView;
import org.kartoteka.core.internal.CoreFixture;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.ProofNeeded;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.RecordScope;
import org.kartoteka.platform.api.security.UserId;

/** Somebody leaves, and others take over what was his. */
@Timeout(120)
class HandoversTest {

  private static final UserId ANN = new UserId(11);
  private static final UserId BEN = new UserId(12);
  private static final UserId CAT = new UserId(13);

  private static CoreFixture core;
  private static long leavers = 100;
  private UserId leaver;

  @BeforeAll
  static void start() {
    core = new CoreFixture();
    core.users.with(1, "tester", "Test Person");
    core.users.with(11, "ann", "Ann").with(12, "ben", "Ben").with(13, "cat", "Cat");
  }

  @AfterAll
  static void stop() {
    core.close();
  }

  @BeforeEach
  void somebodyLeaves() {
    core.user.nowMay("*");
    core.scopes.nowReach(RecordScope.ALL);
    leaver = new UserId(leavers++);
    core.users.with(leaver.value(), "leaver" + leaver.value(), "Leaver " + leaver.value());
  }

  @Test
  void all_goes_evenly_to_several_as_previewed_and_comes_back() throws Exception {
    List<PartyId> parties = register("Even", 455);
    HandoverOrder order = all(List.of(ANN, BEN, CAT));

    HandoverPreview preview = core.handovers.preview(order);
    HandoverView done = ended(core.handovers.start(order));

    List<Portion> portions = preview.parts().get(0).portions();
    assertEquals(
        List.of(new Portion(ANN, 152), new Portion(BEN, 152), new Portion(CAT, 151)), portions);
    portions.forEach(portion -> assertEquals(portion.records(), owned(portion.owner(), "Even")));
    assertEquals(part("party", HandoverView.State.DONE, 455, 0, 0), done.parts().get(0));
    assertTrue(
        core.history.changes().stream()
            .filter(change -> change.record().id().equals("" + parties.get(9).value()))
            .flatMap(change -> change.changes().stream())
            .anyMatch(
                field ->
                    field.field().equals("ownerId") && ("" + field.before()).startsWith("Lea")));

    core.parties.change(parties.get(3), ExpectedRevision.any(), named("Even 3", null));
    HandoverView undone = ended(core.handovers.undo(done.id()));

    assertEquals(part("party", HandoverView.State.DONE, 455, 454, 1), undone.parts().get(0));
    assertEquals(454, owned(leaver, "Even"));
    assertNull(core.parties.get(parties.get(3)).ownerId());
    assertEquals("tester", undone.undoneBy());
    assertThrows(Refused.class, () -> core.handovers.undo(done.id()));
    assertEquals(
        List.of(done.id()),
        core.handovers.page(leaver, PageRequest.first()).items().stream()
            .map(HandoverView::id)
            .toList());
  }

  @Test
  void a_register_goes_to_its_own_people_and_the_rest_to_others() throws Exception {
    List<PartyId> parties = register("Fair", 7);
    RegisterView fairs = core.registers.define(RegisterData.byHand("Fairs", null));
    core.registers.put(fairs.id(), parties.subList(0, 3));
    HandoverOrder order =
        new HandoverOrder(
            leaver,
            List.of(OwnerShare.rest(List.of(BEN)), new OwnerShare(fairs.id(), List.of(ANN, CAT))),
            null);

    List<Portion> portions = core.handovers.preview(order).parts().get(0).portions();
    ended(core.handovers.start(order));

    assertEquals(List.of(new Portion(BEN, 4), new Portion(ANN, 2), new Portion(CAT, 1)), portions);
    assertEquals(
        List.of(4L, 2L, 1L), List.of(owned(BEN, "Fair"), owned(ANN, "Fair"), owned(CAT, "Fair")));
    assertEquals(ANN, core.parties.get(parties.get(0)).ownerId());
  }

  @Test
  void without_a_share_for_the_rest_it_stays() throws Exception {
    List<PartyId> parties = register("Partly", 4);
    RegisterView some = core.registers.define(RegisterData.byHand("Some", null));
    core.registers.put(some.id(), parties.subList(0, 1));
    HandoverOrder order =
        new HandoverOrder(leaver, List.of(new OwnerShare(some.id(), List.of(ANN))), null);

    assertEquals(
        new HandoverPreview.Part("party", 1, 3, List.of(new Portion(ANN, 1))),
        core.handovers.preview(order).parts().get(0));
    ended(core.handovers.start(order));

    assertEquals(3, owned(leaver, "Partly"));
  }

  @Test
  void records_of_features_go_along_and_come_back() throws Exception {
    Visits visits = new Visits("handover.visit", leaver, 401);
    core.ownedKinds.bindRecords(visits);
    register("Visited", 2);

    assertEquals(
        List.of(new OwnedCount("party", 2), new OwnedCount("handover.visit", 401)),
        core.handovers.owned(leaver));
    HandoverView done = ended(core.handovers.start(all(List.of(ANN, BEN))));
    assertEquals(List.of(201L, 200L), List.of(visits.count(ANN), visits.count(BEN)));
    visits.give(List.of(1L), ANN, CAT);
    HandoverView undone = ended(core.handovers.undo(done.id()));

    assertEquals(400, visits.count(leaver));
    assertEquals(1, visits.count(CAT));
    assertTrue(
        undone.parts().contains(part("handover.visit", HandoverView.State.DONE, 401, 400, 1)),
        undone::toString);
    core.ownedKinds.unbindRecords(visits);
  }

  @Test
  void a_stopped_feature_follows_in_order_when_it_is_back() throws Exception {
    Visits visits = new Visits("handover.errand", leaver, 5);
    core.ownedKinds.bindRecords(visits);
    core.followHandovers.run(null);
    core.ownedKinds.unbindRecords(visits);
    HandoverView first = ended(core.handovers.start(all(List.of(ANN))));
    HandoverView second =
        ended(
            core.handovers.start(
                new HandoverOrder(
                    ANN, List.of(OwnerShare.rest(List.of(BEN))), Set.of("handover.errand"))));
    HandoverView third = ended(core.handovers.start(all(List.of(CAT))));
    core.handovers.undo(third.id());
    core.background.submit(() -> {}).get(60, TimeUnit.SECONDS);

    assertTrue(core.handovers.preview(all(List.of(ANN))).waiting().contains("handover.errand"));
    assertEquals(HandoverView.State.WAITING, stateOf(first, "handover.errand"));
    core.ownedKinds.bindRecords(visits);
    core.followHandovers.run(null);

    assertEquals(5, visits.count(BEN));
    assertEquals(HandoverView.State.DONE, stateOf(second, "handover.errand"));
    core.ownedKinds.unbindRecords(visits);
  }

  @Test
  void chosen_kinds_only() throws Exception {
    register("Chosen", 2);

    HandoverOrder order =
        new HandoverOrder(
            leaver, List.of(OwnerShare.rest(List.of(ANN))), Set.of(Handovers.PARTIES));

    assertEquals(1, ended(core.handovers.start(order)).parts().size());
    assertEquals(2, owned(ANN, "Chosen"));
    assertField(
        "kinds",
        new HandoverOrder(leaver, List.of(OwnerShare.rest(List.of(ANN))), Set.of("no-such")));
  }

  @Test
  void what_makes_no_sense_is_refused() {
    assertField("shares", new HandoverOrder(leaver, List.of(), null));
    assertField("from", new HandoverOrder(null, List.of(OwnerShare.rest(List.of(ANN))), null));
    assertField("shares[0].owners", all(List.of(leaver)));
    assertField("shares[0].owners", all(List.of(new UserId(999_999))));
    assertField("shares[0].owners", all(List.of(ANN, ANN)));
    assertField("shares[0].owners", all(List.of()));
  }

  @Test
  void it_needs_its_right_a_recent_proof_and_reaches_as_far_as_its_maker() throws Exception {
    List<PartyId> parties = register("Reached", 3);
    HandoverOrder order = all(List.of(ANN));
    HandoverView others = core.handovers.start(all(List.of(BEN)));
    ended(others);
    ended(core.handovers.undo(others.id()));

    core.user.nowMay("core.party.read", "core.party.change");
    assertThrows(Forbidden.class, () -> core.handovers.start(order));
    assertThrows(Forbidden.class, () -> core.handovers.owned(leaver));
    core.user.nowMay("core.party.read", "core.party.change", "core.handover.make");
    core.scopes.nowReach(RecordScope.ownedBy(Set.of(new UserId(1))));

    assertEquals(0, core.handovers.owned(leaver).get(0).records());
    HandoverView nothing = ended(core.handovers.start(order));
    assertEquals(0, nothing.parts().get(0).given());
    assertEquals(leaver, core.unitOfWork.call(() -> ownerOf(parties.get(0))));

    assertEquals("tester", core.handovers.get(others.id()).startedBy());
    core.user.runAs(
        new org.kartoteka.platform.api.security.User(
            new UserId(2),
            "second",
            "Second",
            java.util.Locale.ENGLISH,
            Set.of("core.handover.make")),
        () -> assertThrows(NotFound.class, () -> core.handovers.get(others.id())));
  }

  @Test
  void a_browser_left_open_is_not_enough() {
    CoreFixture fresh = core;
    fresh.user.provedLongAgo();
    try {
      assertThrows(ProofNeeded.class, () -> fresh.handovers.start(all(List.of(ANN))));
    } finally {
      fresh.user.proved();
    }
  }

  @Test
  void the_history_of_the_leaver_says_who_took_over() throws Exception {
    ended(core.handovers.start(all(List.of(ANN, BEN))));

    assertTrue(
        core.history.changes().stream()
            .filter(change -> change.record().type().equals("user"))
            .filter(change -> change.record().id().equals("" + leaver.value()))
            .anyMatch(
                change ->
                    change
                        .changes()
                        .equals(List.of(new FieldChange("handedOverTo", null, "Ann, Ben")))));
  }

  private static UserId ownerOf(PartyId party) {
    core.scopes.nowReach(RecordScope.ALL);
    UserId owner = core.parties.get(party).ownerId();
    core.scopes.nowReach(RecordScope.ownedBy(Set.of(new UserId(1))));
    return owner;
  }

  private HandoverOrder all(List<UserId> owners) {
    return new HandoverOrder(leaver, List.of(OwnerShare.rest(owners)), null);
  }

  private static HandoverView ended(HandoverView handover) throws Exception {
    core.background.submit(() -> {}).get(60, TimeUnit.SECONDS);
    return core.handovers.get(handover.id());
  }

  private List<PartyId> register(String name, int count) {
    List<PartyId> parties = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parties.add(core.parties.register(named(name + " " + i, leaver)).id());
    }
    return parties;
  }

  private static PartyData named(String name, UserId owner) {
    return PartyData.organisation(name).ownedBy(owner);
  }

  private static long owned(UserId owner, String name) {
    return core.parties.count(PartyQuery.where().owner(owner).text(name).query(), 1000);
  }

  private static HandoverView.Part part(
      String kind, HandoverView.State state, long given, long back, long kept) {
    return new HandoverView.Part(kind, state, given, back, kept);
  }

  private static HandoverView.State stateOf(HandoverView handover, String kind) {
    return core.handovers.get(handover.id()).parts().stream()
        .filter(part -> part.kind().equals(kind))
        .findFirst()
        .orElseThrow()
        .state();
  }

  private static void assertField(String field, HandoverOrder order) {
    InvalidInput wrong = assertThrows(InvalidInput.class, () -> core.handovers.preview(order));
    assertEquals(field, wrong.errors().get(0).field());
  }

  /** Records of a feature. */
  private static final class Visits implements OwnedRecords {

    private final String kind;
    private final Map<Long, UserId> owners = new TreeMap<>();

    Visits(String kind, UserId owner, int count) {
      this.kind = kind;
      for (long id = 1; id <= count; id++) {
        owners.put(id, owner);
      }
    }

    @Override
    public String kind() {
      return kind;
    }

    @Override
    public long count(UserId owner) {
      return owned(owner, 0, Integer.MAX_VALUE).size();
    }

    @Override
    public List<Long> owned(UserId owner, long after, int limit) {
      return owners.entrySet().stream()
          .filter(entry -> entry.getValue().equals(owner) && entry.getKey() > after)
          .map(Map.Entry::getKey)
          .limit(limit)
          .toList();
    }

    @Override
    public List<Long> give(List<Long> records, UserId from, UserId to) {
      Collection<Long> mine = owned(from, 0, Integer.MAX_VALUE);
      List<Long> given = records.stream().filter(mine::contains).toList();
      given.forEach(record -> owners.put(record, to));
      return given;
    }
  }
}
