package org.kartoteka.contracts.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kartoteka.contracts.AppendixData;
import org.kartoteka.contracts.AppendixView;
import org.kartoteka.contracts.CodeList;
import org.kartoteka.contracts.ContractTypeData;
import org.kartoteka.contracts.ContractView;
import org.kartoteka.contracts.LineData;
import org.kartoteka.contracts.NumberSeriesData;
import org.kartoteka.contracts.Order;
import org.kartoteka.contracts.OrderConformity;
import org.kartoteka.contracts.OrderLine;
import org.kartoteka.contracts.OriginalData;
import org.kartoteka.contracts.OriginalQuery;
import org.kartoteka.contracts.OriginalView;
import org.kartoteka.contracts.TariffLine;
import org.kartoteka.contracts.Verdict;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.document.AttachmentView;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;

class OriginalsAndTariffsTest {

  private static final LineData GUARD = LineData.monthly("MON", "Monitoring", "100", "40");
  private static final ExpectedRevision ANY = ExpectedRevision.any();

  private final House house = new House();
  private final ContractView contract =
      house.signed(house.data(house.customer("Żabka"), "2026-01-01", null, GUARD), "2026-01-01");

  @Test
  void every_signature_leaves_a_paper_that_is_missing_until_it_comes() {
    house.annexes.annex(
        contract.id(),
        ANY,
        house.annex(contract, "2026-02-01", contract.lines().get(0).at(BigDecimal.TEN)));
    List<OriginalView> missing =
        house.originals.page(OriginalQuery.missing(null), PageRequest.first()).items();
    OriginalView paper = missing.get(0);

    OriginalView asked =
        house.originals.track(
            paper.id(), ANY, new OriginalData("customer", house.today(), null, null));
    OriginalView received =
        house.originals.track(
            paper.id(),
            ExpectedRevision.of(asked.revision()),
            new OriginalData("office", house.today(), house.today(), "Binder 7"));

    assertEquals(
        List.of("K/2026/0001", "K/2026/0001 / 1"),
        missing.stream().map(OriginalView::title).toList());
    assertEquals("tester", asked.askedBy());
    assertEquals("Binder 7", received.place());
    assertEquals(1, house.originals.count(OriginalQuery.missing(null), 10));
    assertEquals(2, house.originals.count(OriginalQuery.of(contract.id()), 10));
    assertThrows(
        InvalidInput.class,
        () ->
            house.originals.track(
                paper.id(), ANY, new OriginalData(null, house.today().plusDays(1), null, null)));
  }

  @Test
  void an_order_is_checked_against_tariffs_and_contract() {
    house.tariffs.add(
        contract.id(),
        new AppendixData(
            "Tariff 2026",
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 12, 31),
            null,
            List.of(new TariffLine("DET", "Detector", "pcs", new BigDecimal("30"), null, null))));

    OrderConformity good =
        house.tariffs.check(contract.id(), order("2026-03-01", "DET", "5", "30"));
    OrderConformity dear =
        house.tariffs.check(contract.id(), order("2026-03-01", "DET", "5", "31"));
    OrderConformity late =
        house.tariffs.check(contract.id(), order("2027-03-01", "DET", "5", "30"));
    OrderConformity early =
        house.tariffs.check(contract.id(), order("2025-12-31", "MON", "1", "100"));

    assertTrue(good.conforms());
    assertEquals("Tariff 2026", good.lines().get(0).agreedIn());
    assertEquals(Verdict.DEARER, dear.lines().get(0).verdict());
    assertEquals(Verdict.NOT_AGREED, late.lines().get(0).verdict());
    assertFalse(early.inForce());
    assertFalse(early.conforms());
    assertThrows(
        InvalidInput.class,
        () -> house.tariffs.check(contract.id(), new Order(null, null, List.of())));
  }

  @Test
  void tariffs_are_changed_and_removed() {
    AppendixView appendix =
        house.tariffs.add(contract.id(), tariff("Tariff", price("A", "1"), price("B", "2")));

    AppendixView changed =
        house.tariffs.change(
            appendix.id(),
            ExpectedRevision.of(appendix.revision()),
            tariff("Tariff 2", price("B", "3")));

    assertEquals(List.of("B"), changed.lines().stream().map(TariffLine::product).toList());
    assertEquals(changed, house.tariffs.get(appendix.id()));
    house.tariffs.remove(appendix.id(), ANY);
    assertEquals(List.of(), house.tariffs.of(contract.id()));
  }

  @Test
  void scans_belong_to_their_contract() throws Exception {
    AttachmentView scan =
        house.scans.add(
            contract.id(), "k1.pdf", new java.io.ByteArrayInputStream(new byte[] {1, 2}));
    ContractView other =
        house.signed(house.data(contract.partyId(), "2026-01-01", null, GUARD), "2026-01-01");

    assertEquals(List.of(scan), house.scans.of(contract.id()));
    try (InputStream content = house.scans.open(contract.id(), scan.id())) {
      assertEquals(2, content.readAllBytes().length);
    }
    assertThrows(NotFound.class, () -> house.scans.open(other.id(), scan.id()));
    house.scans.remove(contract.id(), scan.id());
    assertEquals(List.of(), house.scans.of(contract.id()));
  }

  @Test
  void definitions_that_are_used_stay() {
    assertThrows(Refused.class, () -> house.codes.remove(CodeList.PACKAGE, "basic"));
    house.codes.remove(CodeList.PACKAGE, "gold");
    assertEquals(1, house.codes.entries(CodeList.PACKAGE).size());
    assertThrows(
        InvalidInput.class, () -> house.series.add(new NumberSeriesData("Bad", "K/{yyyy}")));
    assertThrows(
        InvalidInput.class,
        () -> house.types.add(ContractTypeData.of("monitoring", "Again", null)));
  }

  private static AppendixData tariff(String name, TariffLine... lines) {
    return new AppendixData(name, LocalDate.of(2026, 1, 1), null, null, List.of(lines));
  }

  private static TariffLine price(String product, String price) {
    return new TariffLine(product, null, null, new BigDecimal(price), null, null);
  }

  private static Order order(String day, String product, String quantity, String price) {
    return new Order(
        LocalDate.parse(day),
        null,
        List.of(new OrderLine(product, new BigDecimal(quantity), new BigDecimal(price))));
  }
}
