package org.kartoteka.sales.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.search.SearchHit;
import org.kartoteka.core.api.search.SearchSource;
import org.kartoteka.core.api.trade.Billing;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.sales.DocumentView;
import org.kartoteka.sales.LineData;
import org.kartoteka.sales.TemplateData;
import org.kartoteka.sales.TemplateData.TemplateLine;
import org.kartoteka.sales.internal.data.SalesPermissions;

/** What this room adds to the search and says of itself before it is stopped. */
class ContributionsTest {

  private final House house = new House();
  private final PartyId kowalski = house.customer("Kowalski");
  private final PartyId nowak = house.customer("Nowak");
  private DocumentView posted;
  private DocumentView draft;

  @BeforeEach
  void documents() {
    house.product("SUB-1", "31", null);
    posted = house.documents.draft(House.invoice(kowalski, LineData.of("SUB-1", one())));
    posted = house.documents.post(posted.id(), ExpectedRevision.any());
    draft = house.documents.draft(House.invoice(nowak, House.line("x", "1", "100")));
  }

  @Test
  void documents_are_found_by_number_and_party() {
    assertEquals(
        List.of(
            new SearchHit(
                DocumentService.reference(posted),
                "Kowalski · 2026-03-31",
                "sales/documents?document=" + posted.id().value())),
        found(house.documentSearch, "fv/2026", 10));
    assertEquals(
        List.of("Nowak · 2026-03-31"),
        found(house.documentSearch, "nowak", 10).stream().map(SearchHit::detail).toList());
    assertEquals(1, found(house.documentSearch, "", 1).size());
  }

  @Test
  void only_documents_in_reach_are_found() {
    house.scope.nowReach(nowak);

    assertEquals(
        List.of(DocumentService.reference(draft)),
        found(house.documentSearch, "", 10).stream().map(SearchHit::record).toList());
  }

  @Test
  void products_are_found_by_code_and_name() {
    SearchHit found = found(house.productSearch, "sub-1", 10).get(0);

    assertEquals("Product SUB-1", found.record().label());
    assertEquals("SUB-1", found.detail());
    assertEquals("sales/catalogue?product=" + found.record().id(), found.address());
    assertEquals(1, found(house.productSearch, "product", 10).size());
    assertEquals(List.of(), found(house.productSearch, "nothing", 10));
  }

  @Test
  void nothing_is_found_by_those_who_may_not_read() {
    house.user.nowMay(SalesPermissions.CHANGE);

    assertEquals(List.of(), found(house.documentSearch, "", 10));
    assertEquals(List.of(), found(house.productSearch, "", 10));
  }

  @Test
  void stopping_would_leave_drafts_and_what_is_due() {
    house.templates.add(
        new TemplateData(
            "Subscription",
            House.PLN,
            LocalDate.of(2026, 3, 1),
            null,
            new Billing(1, Billing.Due.IN_ADVANCE, null),
            List.of(new TemplateLine("SUB-1", null, one(), null)),
            List.of(kowalski, nowak),
            null));

    List<String> waiting = work();
    house.documents.remove(draft.id(), ExpectedRevision.any());

    assertEquals(List.of("sales.impact.drafts 1", "sales.impact.due 2"), waiting);
    assertEquals(List.of("sales.impact.due 2"), work());
  }

  @Test
  void nothing_waits_where_all_is_done() {
    house.documents.post(draft.id(), ExpectedRevision.any());

    assertEquals(List.of(), work());
  }

  /** As the core asks: in a transaction. */
  private List<SearchHit> found(SearchSource source, String text, int limit) {
    return house.unitOfWork.call(() -> source.search(text, limit));
  }

  private List<String> work() {
    return house.unitOfWork.call(() -> house.openWork.openWork(Locale.ENGLISH));
  }

  private static BigDecimal one() {
    return BigDecimal.ONE;
  }
}
