package org.kartoteka.sales.internal.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.trade.Billing;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.sales.RunOrder;
import org.kartoteka.sales.TemplateData;
import org.kartoteka.sales.TemplateData.TemplateLine;
import org.kartoteka.sales.TemplateParties;
import org.kartoteka.sales.TemplatePartyView;
import org.kartoteka.sales.TemplateView;
import org.kartoteka.sales.internal.House;
import org.kartoteka.sales.internal.data.SalesPermissions;

class TemplatesTest {

  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

  private final House house = new House();

  @Test
  void parties_join_and_leave_from_a_day_on() {
    PartyId one = house.customer("Kowalski");
    PartyId other = house.customer("Nowak");
    TemplateView template = template(List.of(one));

    TemplateView joined =
        house.templates.join(template.id(), new TemplateParties(List.of(one, other), APRIL));
    run(APRIL);
    house.templates.leave(template.id(), new TemplateParties(List.of(one), MAY));
    run(MAY);

    assertEquals(2, joined.partyCount());
    assertEquals(template.revision() + 1, joined.revision());
    assertEquals(
        List.of("1 2026-03-01", "1 2026-04-01", "2 2026-04-01", "2 2026-05-01"), invoiced());
    assertEquals(
        List.of(new TemplatePartyView(other, "Nowak")),
        house.templates.parties(template.id(), null, PageRequest.first()).items());
  }

  @Test
  void who_joins_twice_or_leaves_without_being_in_it_changes_nothing() {
    PartyId one = house.customer("Kowalski");
    PartyId other = house.customer("Nowak");
    TemplateView template = template(List.of(one));

    house.templates.join(template.id(), new TemplateParties(List.of(one, one), APRIL));
    house.templates.leave(template.id(), new TemplateParties(List.of(other), APRIL));
    run(APRIL);

    assertEquals(List.of("1 2026-03-01", "1 2026-04-01"), invoiced());
    assertEquals(1, house.number("select count(*) from sales.agreement_event"));
  }

  @Test
  void parties_out_of_reach_neither_join_nor_leave() {
    PartyId one = house.customer("Kowalski");
    PartyId other = house.customer("Nowak");
    TemplateView template = template(List.of(one));
    house.scope.nowReach(other);

    InvalidInput left =
        assertThrows(
            InvalidInput.class,
            () ->
                house.templates.leave(
                    template.id(), new TemplateParties(List.of(other, one), null)));
    assertThrows(
        InvalidInput.class,
        () -> house.templates.join(template.id(), new TemplateParties(List.of(one), null)));
    house.user.nowMay(SalesPermissions.READ);

    assertEquals("parties[1]", left.errors().get(0).field());
    assertThrows(
        Forbidden.class,
        () -> house.templates.join(template.id(), new TemplateParties(List.of(other), null)));
    assertThrows(
        Forbidden.class, () -> house.templates.parties(template.id(), null, PageRequest.first()));
  }

  @Test
  void parties_out_of_reach_are_neither_listed_nor_counted_and_stay_when_others_are_put_in_place() {
    PartyId own = house.customer("Kowalski");
    PartyId foreign = house.customer("Nowak");
    TemplateView template = template(List.of(own, foreign));
    house.scope.nowReach(own);

    assertEquals(1, house.templates.get(template.id()).partyCount());
    assertEquals(1, house.templates.all().get(0).partyCount());
    assertEquals(
        List.of(new TemplatePartyView(own, "Kowalski")),
        house.templates.parties(template.id(), null, PageRequest.first()).items());
    assertEquals(
        List.of(), house.templates.parties(template.id(), foreign, PageRequest.first()).items());
    house.templates.change(template.id(), ExpectedRevision.any(), data("31", List.of(), APRIL));

    assertEquals(foreign.value(), house.number("select sum(party_id) from sales.template_party"));
  }

  @Test
  void a_change_without_parties_leaves_those_that_are_in_it() {
    PartyId one = house.customer("Kowalski");
    TemplateView template = template(List.of(one));

    TemplateView dearer =
        house.templates.change(template.id(), ExpectedRevision.any(), data("62", null, APRIL));
    run(APRIL);

    assertEquals(1, dearer.partyCount());
    assertEquals(List.of("1 2026-03-01", "1 2026-04-01"), invoiced());
    assertEquals(9_300, house.number("select sum(net) * 100 from sales.document"));
  }

  @Test
  void thousands_of_parties_take_as_many_statements_as_a_few() {
    List<PartyId> few = parties(1, 20);
    List<PartyId> many = parties(21, 2_000);
    house.product("SUB", "31", null);

    long some = statements(() -> live(few, "Few"));
    long thousands = statements(() -> live(many, "Many"));

    assertEquals(some, thousands);
    assertEquals(
        2_000 - 20, house.number("select count(*) from sales.agreement where key like '2:%'"));
    List<PartyId> read = new ArrayList<>();
    String after = null;
    do {
      Page<TemplatePartyView> page =
          house.templates.parties(
              house.templates.all().get(1).id(), null, new PageRequest(500, after, null));
      page.items().forEach(row -> read.add(row.partyId()));
      after = page.next();
    } while (after != null);
    assertEquals(many, read);
  }

  /** All that can happen to the parties of a template. */
  private void live(List<PartyId> parties, String name) {
    TemplateView template =
        house.templates.add(
            new TemplateData(
                name,
                House.PLN,
                MARCH,
                null,
                new Billing(1, Billing.Due.IN_ADVANCE, null),
                List.of(new TemplateLine("SUB", null, BigDecimal.ONE, null)),
                parties.subList(0, parties.size() / 2),
                null));
    house.templates.join(template.id(), new TemplateParties(parties, APRIL));
    house.templates.change(
        template.id(), ExpectedRevision.any(), house.templates.get(template.id()).data());
    house.templates.leave(template.id(), new TemplateParties(parties, MAY));
    house.templates.join(template.id(), new TemplateParties(parties, MAY));
  }

  private long statements(Runnable work) {
    long before = house.statements.get();
    work.run();
    long counted = house.statements.get() - before;
    assertTrue(counted > 0);
    return counted;
  }

  private List<PartyId> parties(int first, int last) {
    house.database.execute(
        "insert into core.party (id, revision, kind, name, number, status, created_at, created_by,"
            + " changed_at, changed_by, search_text) select n, 1, 'ORGANISATION', 'Party ' || n,"
            + " 'P' || n, 'ACTIVE', now(), 'x', now(), 'x', '' from generate_series("
            + first
            + ", "
            + last
            + ") n");
    return LongStream.rangeClosed(first, last).mapToObj(PartyId::new).toList();
  }

  private TemplateView template(List<PartyId> parties) {
    house.product("SUB", "31", null);
    return house.templates.add(data("31", parties, null));
  }

  private static TemplateData data(String price, List<PartyId> parties, LocalDate effectiveOn) {
    return new TemplateData(
        "Subscription",
        House.PLN,
        MARCH,
        null,
        new Billing(1, Billing.Due.IN_ADVANCE, null),
        List.of(new TemplateLine("SUB", null, BigDecimal.ONE, new BigDecimal(price))),
        parties,
        effectiveOn);
  }

  private void run(LocalDate day) {
    house.runs.start(new RunOrder(day, true));
    boolean more = true;
    while (more) {
      more = house.runs.goOn();
    }
  }

  private List<String> invoiced() {
    return house.unitOfWork.call(
        () ->
            Sql.of(
                    house.unitOfWork,
                    "select d.party_id || ' ' || l.from_day from sales.document d"
                        + " join sales.document_line l on l.document_id = d.id order by 1")
                .list(row -> row.getString(1)));
  }
}
