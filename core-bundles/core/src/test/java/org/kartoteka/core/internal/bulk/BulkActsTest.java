package org.kartoteka.core.internal.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kartoteka.core.api.bulk.BulkActView;
import org.kartoteka.core.api.bulk.BulkOrder;
import org.kartoteka.core.api.bulk.BulkPreview;
import org.kartoteka.core.api.bulk.BulkVerb;
import org.kartoteka.core.api.custom.CustomFieldData;
import org.kartoteka.core.api.custom.CustomFieldOption;
import org.kartoteka.core.api.custom.CustomFieldType;
import org.kartoteka.core.api.custom.CustomFieldView;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.api.register.RegisterData;
import org.kartoteka.core.api.register.RegisterView;
import org.kartoteka.core.internal.CoreFixture;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.security.UserId;

@Timeout(120)
class BulkActsTest {

  private static CoreFixture core;

  @BeforeAll
  static void start() {
    core = new CoreFixture();
  }

  @AfterAll
  static void stop() {
    core.close();
  }

  @Test
  void all_that_a_filter_finds_are_tagged_and_the_whole_is_undone() throws Exception {
    List<PartyId> parties = register("Sweeping", 450);
    tag(parties.get(0), "vip");
    BulkOrder order = tags(BulkVerb.TAG, PartyQuery.text("Sweeping"), "vip");

    BulkPreview preview = core.bulkActs.preview(order);
    BulkActView done = ended(core.bulkActs.start(order));

    assertEquals(new BulkPreview(450, 449, 1, 0, List.of()), preview);
    assertEquals(BulkActView.State.DONE, done.state());
    assertEquals(List.of(450L, 449L, 1L), List.of(done.done(), done.changed(), done.unchanged()));
    assertEquals(450, tagged("Sweeping", "vip"));

    tag(parties.get(3));
    BulkActView undo = ended(core.bulkActs.undo(done.id()));

    assertEquals(1, tagged("Sweeping", "vip"));
    assertEquals(List.of("vip"), core.parties.get(parties.get(0)).tags());
    assertEquals(1, undo.refused());
    assertEquals(
        parties.get(3),
        core.bulkActs.refusals(undo.id(), PageRequest.first()).items().get(0).partyId());
    assertThrows(Refused.class, () -> core.bulkActs.undo(done.id()));
  }

  @Test
  void an_act_that_was_killed_goes_on_after_the_start_and_so_does_its_undo() throws Exception {
    List<PartyId> parties = register("Killed", 1500);
    long before = core.history.changes().size();

    BulkActView done =
        interrupted(service -> service.start(tags(BulkVerb.TAG, PartyQuery.text("Killed"), "k")));

    assertEquals(BulkActView.State.DONE, done.state());
    assertEquals(List.of(1500L, 1500L), List.of(done.done(), done.changed()));
    assertEquals(1500, tagged("Killed", "k"));
    assertEquals(1500, core.history.changes().size() - before);

    BulkActView undone = interrupted(service -> service.undo(done.id()));

    assertEquals(BulkActView.State.DONE, undone.state());
    assertEquals(1500, undone.changed());
    assertEquals(0, tagged("Killed", "k"));
    assertEquals(List.of(), core.parties.get(parties.get(700)).tags());
  }

  /** Starts an act on a system that is stopped in the middle, and lets the next start go on. */
  private static BulkActView interrupted(Function<BulkActsService, BulkActView> act)
      throws Exception {
    BulkActsService dying = core.bulkActs();
    BulkActView started = act.apply(dying);
    while (core.bulkActs.get(started.id()).done() < 200
        && !Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
    dying.stop();
    core.background.submit(() -> {}).get(60, TimeUnit.SECONDS);
    BulkActView left = core.bulkActs.get(started.id());
    assertEquals(BulkActView.State.RUNNING, left.state());
    assertTrue(left.done() < left.total(), left::toString);

    core.bulkActs();
    core.background.submit(() -> {}).get(60, TimeUnit.SECONDS);
    return core.bulkActs.get(started.id());
  }

  @Test
  void an_owner_given_since_is_kept_by_the_undo() throws Exception {
    List<PartyId> parties = register("Owned", 3);
    BulkOrder order =
        new BulkOrder(
            BulkVerb.OWNER, Set.copyOf(parties), null, null, null, new UserId(7), null, null);
    BulkActView done = ended(core.bulkActs.start(order));
    ended(
        core.bulkActs.start(
            new BulkOrder(
                BulkVerb.OWNER,
                Set.of(parties.get(1)),
                null,
                null,
                null,
                new UserId(8),
                null,
                null)));

    ended(core.bulkActs.undo(done.id()));

    assertEquals(null, core.parties.get(parties.get(0)).ownerId());
    assertEquals(new UserId(8), core.parties.get(parties.get(1)).ownerId());
  }

  @Test
  void a_status_changes_with_its_reason_in_one_entry_of_each_history() throws Exception {
    List<PartyId> parties = register("Barring", 2);
    assertThrows(InvalidInput.class, () -> core.bulkActs.start(status(parties, null)));

    BulkActView done = ended(core.bulkActs.start(status(parties, "Unpaid")));

    assertEquals(2, done.changed());
    PartyId party = parties.get(0);
    assertEquals(PartyStatus.BARRED, core.parties.get(party).status());
    assertEquals(
        2, core.history.of("party", "" + party.value(), PageRequest.first()).items().size());
    ended(core.bulkActs.undo(done.id()));
    assertEquals(PartyStatus.POTENTIAL, core.parties.get(party).status());
  }

  @Test
  void a_custom_field_is_set_by_its_type_and_what_was_before_comes_back() throws Exception {
    core.customFields.define(CustomFieldData.of("party", "turnover", "T", CustomFieldType.NUMBER));
    List<PartyId> parties = register("Fielded", 4);
    ended(core.bulkActs.start(whom(Set.of(parties.get(0))).setting("turnover", "7")));
    ended(core.bulkActs.start(whom(Set.of(parties.get(1))).setting("turnover", "1,250.50")));
    BulkOrder order = whom(PartyQuery.text("Fielded")).setting("turnover", "1250,5");

    BulkPreview preview = core.bulkActs.preview(order);
    BulkActView done = ended(core.bulkActs.start(order));

    assertEquals(new BulkPreview(4, 3, 1, 0, List.of()), preview);
    assertEquals(List.of(3L, 1L), List.of(done.changed(), done.unchanged()));
    assertEquals("1250.5", custom(parties.get(3), "turnover"));
    assertEquals("turnover", done.order().field());
    assertEquals("1250.5", done.order().value());

    ended(core.bulkActs.start(whom(Set.of(parties.get(3))).setting("turnover", "9")));
    BulkActView undo = ended(core.bulkActs.undo(done.id()));

    assertEquals("7", custom(parties.get(0), "turnover"));
    assertEquals("1250.5", custom(parties.get(1), "turnover"));
    assertEquals(null, custom(parties.get(2), "turnover"));
    assertEquals("9", custom(parties.get(3), "turnover"));
    assertEquals(List.of(2L, 1L), List.of(undo.changed(), undo.refused()));
  }

  @Test
  void a_custom_field_is_cleared_and_the_clearing_undone() throws Exception {
    core.customFields.define(CustomFieldData.of("party", "partner", "P", CustomFieldType.YES_NO));
    List<PartyId> parties = register("Cleared", 2);
    ended(core.bulkActs.start(whom(Set.of(parties.get(0))).setting("partner", "tak")));
    BulkOrder order = whom(PartyQuery.text("Cleared")).setting("partner", " ");

    assertEquals(new BulkPreview(2, 1, 1, 0, List.of()), core.bulkActs.preview(order));
    BulkActView done = ended(core.bulkActs.start(order));

    assertEquals(null, custom(parties.get(0), "partner"));
    ended(core.bulkActs.undo(done.id()));
    assertEquals(true, custom(parties.get(0), "partner"));
    assertEquals(null, custom(parties.get(1), "partner"));
  }

  @Test
  void a_value_that_does_not_fit_its_field_is_refused_before_anything_is_done() {
    CustomFieldView sector =
        core.customFields.define(
            new CustomFieldData(
                "party",
                "sector",
                Map.of("en", "Sector"),
                CustomFieldType.CHOICE,
                List.of(new CustomFieldOption("food", Map.of("en", "Food"))),
                true,
                0,
                false));
    core.customFields.define(CustomFieldData.of("person", "shoe", "Shoe", CustomFieldType.NUMBER));
    BulkOrder all = whom(PartyQuery.text("nobody"));

    assertEquals(0, core.bulkActs.preview(all.setting("sector", "Food")).refused());
    assertEquals("custom.sector customChoice", refused(all.setting("sector", "steel")));
    assertEquals("custom.sector required", refused(all.setting("sector", null)));
    assertEquals("field customUnknown", refused(all.setting("shoe", "43")));
    assertEquals("field required", refused(all.setting(null, "43")));
    core.user.nowMay("core.party.read");
    try {
      assertThrows(Forbidden.class, () -> core.bulkActs.preview(all.setting("sector", "food")));
    } finally {
      core.user.nowMay(User.ALL);
      core.customFields.remove(sector.id(), ExpectedRevision.any());
    }
  }

  @Test
  void the_undo_of_a_field_waits_while_the_field_is_archived() throws Exception {
    CustomFieldData text = CustomFieldData.of("party", "shelf", "Shelf", CustomFieldType.TEXT);
    CustomFieldView field = core.customFields.define(text);
    List<PartyId> parties = register("Shelved", 2);
    ended(core.bulkActs.start(whom(Set.of(parties.get(0))).setting("shelf", "A")));
    BulkActView done = ended(core.bulkActs.start(whom(Set.copyOf(parties)).setting("shelf", "B")));
    core.customFields.change(field.id(), ExpectedRevision.any(), archived(text, true));

    Refused archived = assertThrows(Refused.class, () -> core.bulkActs.undo(done.id()));

    assertEquals("problem.bulk.field-archived", archived.key());
    assertEquals(List.of("Shelf"), archived.arguments());
    core.customFields.change(field.id(), ExpectedRevision.any(), archived(text, false));
    assertEquals(2, ended(core.bulkActs.undo(done.id())).changed());
    assertEquals("A", custom(parties.get(0), "shelf"));
    assertNull(custom(parties.get(1), "shelf"));
  }

  @Test
  void the_undo_of_a_field_that_was_removed_says_so() throws Exception {
    CustomFieldView field =
        core.customFields.define(CustomFieldData.of("party", "gone", "Gone", CustomFieldType.TEXT));
    Set<PartyId> parties = Set.copyOf(register("Fieldless", 2));
    ended(core.bulkActs.start(whom(parties).setting("gone", "x")));
    BulkActView done = ended(core.bulkActs.start(whom(parties).setting("gone", null)));
    core.customFields.remove(field.id(), ExpectedRevision.any());

    Refused removed = assertThrows(Refused.class, () -> core.bulkActs.undo(done.id()));

    assertEquals("problem.bulk.field-removed", removed.key());
  }

  private static CustomFieldData archived(CustomFieldData data, boolean archived) {
    return new CustomFieldData(
        data.recordType(),
        data.name(),
        data.labels(),
        data.type(),
        data.options(),
        data.required(),
        data.position(),
        archived);
  }

  private static String refused(BulkOrder order) {
    FieldError error =
        assertThrows(InvalidInput.class, () -> core.bulkActs.start(order)).errors().get(0);
    return error.field() + " " + error.code();
  }

  private static BulkOrder whom(PartyQuery filter) {
    return new BulkOrder(BulkVerb.FIELD, null, filter, null, null, null, null, null);
  }

  private static BulkOrder whom(Set<PartyId> parties) {
    return new BulkOrder(BulkVerb.FIELD, parties, null, null, null, null, null, null);
  }

  private static Object custom(PartyId party, String field) {
    return core.parties.get(party).custom().get(field);
  }

  @Test
  void parties_go_into_a_register_and_out_again() throws Exception {
    List<PartyId> parties = register("Fair", 3);
    RegisterView register = core.registers.define(RegisterData.byHand("Fair 2026", null));
    core.registers.put(register.id(), List.of(parties.get(0)));

    BulkActView done =
        ended(
            core.bulkActs.start(
                new BulkOrder(
                    BulkVerb.PUT,
                    null,
                    PartyQuery.text("Fair"),
                    null,
                    register.id(),
                    null,
                    null,
                    null)));
    assertEquals(3, core.registers.get(register.id()).size());
    ended(core.bulkActs.undo(done.id()));

    assertEquals(1, core.registers.get(register.id()).size());
  }

  @Test
  void a_register_by_rule_holds_whoever_fits_and_nobody_is_put_in() {
    List<PartyId> parties = register("Ruled", 2);
    RegisterView rule =
        core.registers.define(
            new RegisterData(
                "By rule", null, PartyQuery.where().text("Ruled").tag("gold").query()));
    assertEquals(0, core.registers.get(rule.id()).size());

    tag(parties.get(0), "gold");

    assertEquals(1, core.registers.get(rule.id()).size());
    assertEquals(1, core.parties.count(PartyQuery.where().register(rule.id()).query(), 100));
    assertEquals(
        1,
        core.parties.count(
            PartyQuery.where().text("Ruled").withoutRegister(rule.id()).query(), 100));
    assertTrue(
        core.registers.of(parties.get(0)).stream().anyMatch(in -> in.id().equals(rule.id())));
    assertThrows(Refused.class, () -> core.registers.put(rule.id(), parties));
    assertThrows(
        Refused.class,
        () ->
            core.bulkActs.preview(
                new BulkOrder(
                    BulkVerb.PUT, Set.copyOf(parties), null, null, rule.id(), null, null, null)));
  }

  @Test
  void rules_that_lead_back_to_themselves_are_refused() {
    RegisterView one =
        core.registers.define(
            new RegisterData("Ring one", null, PartyQuery.where().tag("a").query()));
    RegisterView two =
        core.registers.define(
            new RegisterData(
                "Ring two", null, PartyQuery.where().register(one.id()).tag("b").query()));

    InvalidInput refused =
        assertThrows(
            InvalidInput.class,
            () ->
                core.registers.change(
                    one.id(),
                    ExpectedRevision.any(),
                    new RegisterData(
                        "Ring one", null, PartyQuery.where().withoutRegister(two.id()).query())));

    assertEquals("registerRing", refused.errors().get(0).code());
    assertThrows(
        InvalidInput.class,
        () -> core.registers.define(new RegisterData("All", null, PartyQuery.all())));
  }

  private static BulkActView ended(BulkActView act) throws Exception {
    Future<?> last = core.background.submit(() -> {});
    last.get(60, TimeUnit.SECONDS);
    return core.bulkActs.get(act.id());
  }

  private static List<PartyId> register(String name, int count) {
    List<PartyId> parties = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parties.add(core.parties.register(PartyData.organisation(name + " " + i)).id());
    }
    return parties;
  }

  private static BulkOrder tags(BulkVerb verb, PartyQuery filter, String... tags) {
    return new BulkOrder(verb, null, filter, List.of(tags), null, null, null, null);
  }

  private static BulkOrder status(List<PartyId> parties, String reason) {
    return new BulkOrder(
        BulkVerb.STATUS, Set.copyOf(parties), null, null, null, null, PartyStatus.BARRED, reason);
  }

  private static void tag(PartyId id, String... tags) {
    PartyView party = core.parties.get(id);
    PartyData data = party.data();
    core.parties.change(
        id,
        ExpectedRevision.any(),
        PartyData.organisation(data.name()).toBuilder()
            .number(data.number())
            .ownerId(data.ownerId())
            .tags(List.of(tags))
            .build());
  }

  private static long tagged(String name, String tag) {
    return core.parties.count(PartyQuery.where().text(name).tag(tag).query(), 10_000);
  }
}
