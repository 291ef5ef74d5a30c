package org.kartoteka.sales.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.exchange.ImportOptions;
import org.kartoteka.platform.api.exchange.ImportedRow;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.platform.api.exchange.UndoOutcome;
import org.kartoteka.sales.LineData;
import org.kartoteka.sales.ProductGroupView;
import org.kartoteka.sales.ProductQuery;
import org.kartoteka.sales.ProductView;
import org.kartoteka.sales.internal.House;

class ProductImporterTest {

  private static final ImportOptions BOTH =
      new ImportOptions(ImportOptions.Mode.CREATE_AND_UPDATE, false, null, false, null);

  private final House house = new House();

  @Test
  void groups_are_found_by_their_path_or_made() {
    Map<String, String> road =
        Map.of("code", "r-1", "name", "Road", "price", "10", "group", "Bikes / Road");
    Map<String, String> tyre =
        Map.of("code", "T1", "name", "Tyre", "price", "1,50", "group", "Parts > Road");
    Map<String, String> other =
        Map.of("code", "R2", "name", "Other", "price", "11", "group", "bikes/road");

    List<RowOutcome> outcomes = house.productImporter.importRows(List.of(road, tyre, other));

    assertEquals(
        List.of(RowOutcome.Kind.CREATED, RowOutcome.Kind.CREATED, RowOutcome.Kind.CREATED),
        kinds(outcomes));
    assertEquals(
        List.of("BIKES", "ROAD", "PARTS", "ROAD-2"),
        house.catalogue.groups().stream().map(ProductGroupView::code).toList());
    ProductView made = product("R-1");
    assertEquals("23", made.taxCode());
    assertEquals(House.PLN, made.currency());
    assertEquals(made.groupId(), product("R2").groupId());
  }

  @Test
  void a_price_list_that_is_taken_in_again_changes_only_what_it_says() {
    house.productImporter.importRows(
        List.of(Map.of("code", "A", "name", "Alarm", "price", "10", "cost", "4", "unit", "pcs")));
    Map<String, String> dearer = Map.of("code", "a", "name", "Alarm", "price", "12");

    RowOutcome skipped = house.productImporter.importRows(List.of(dearer)).get(0);
    RowOutcome updated = house.productImporter.importRows(List.of(dearer), BOTH).get(0);
    RowOutcome same = house.productImporter.importRows(List.of(dearer), BOTH).get(0);

    assertEquals(
        List.of(RowOutcome.Kind.SKIPPED, RowOutcome.Kind.UPDATED, RowOutcome.Kind.SKIPPED),
        kinds(List.of(skipped, updated, same)));
    assertEquals(List.of("price"), updated.changes().stream().map(one -> one.field()).toList());
    assertEquals(0, new BigDecimal("12").compareTo(product("A").price()));
    assertEquals(0, new BigDecimal("4").compareTo(product("A").cost()));
  }

  @Test
  void what_is_wrong_leaves_nothing() {
    RowOutcome refused =
        house
            .productImporter
            .importRows(
                List.of(
                    Map.of(
                        "code", "A", "name", "Alarm", "price", "much", "kind", "THING", "group",
                        "New"),
                    Map.of(
                        "code", "B", "name", "Bell", "price", "1", "taxCode", "99", "group",
                        "New")))
            .get(0);

    assertEquals(
        List.of("price", "kind"), refused.errors().stream().map(error -> error.field()).toList());
    assertEquals(0, house.number("select count(*) from sales.product_group"));
    assertEquals(0, house.number("select count(*) from sales.product"));
  }

  @Test
  void what_was_not_sold_can_be_taken_back() {
    List<RowOutcome> made =
        house.productImporter.importRows(
            List.of(
                Map.of("code", "A", "name", "Alarm", "price", "1"),
                Map.of("code", "B", "name", "Bell", "price", "1")));
    house.documents.draft(
        House.invoice(house.customer("Kowalski"), LineData.of("A", BigDecimal.ONE)));

    List<UndoOutcome> undone =
        house.productImporter.undo(
            made.stream()
                .map(row -> new ImportedRow(row.kind(), row.record().id(), row.trace(), Set.of()))
                .toList());

    assertEquals(
        List.of(UndoOutcome.Kind.KEPT, UndoOutcome.Kind.REMOVED),
        undone.stream().map(UndoOutcome::kind).toList());
  }

  private ProductView product(String code) {
    return house
        .catalogue
        .page(new ProductQuery(code, null, null, false), PageRequest.first())
        .items()
        .stream()
        .filter(product -> product.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static List<RowOutcome.Kind> kinds(List<RowOutcome> outcomes) {
    return outcomes.stream().map(RowOutcome::kind).toList();
  }
}
