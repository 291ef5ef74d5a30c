package org.kartoteka.sales.internal.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.exchange.ImportField;
import org.kartoteka.platform.api.exchange.ImportOptions;
import org.kartoteka.platform.api.exchange.ImportedRow;
import org.kartoteka.platform.api.exchange.RecordImporter;
import org.kartoteka.platform.api.exchange.RowCells;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.platform.api.exchange.UndoOutcome;
import org.kartoteka.platform.api.history.FieldChanges;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.sales.Catalogue;
import org.kartoteka.sales.ExchangeRates;
import org.kartoteka.sales.ProductData;
import org.kartoteka.sales.ProductGroupId;
import org.kartoteka.sales.ProductId;
import org.kartoteka.sales.ProductKind;
import org.kartoteka.sales.ProductView;
import org.kartoteka.sales.internal.CatalogueService;
import org.kartoteka.sales.internal.SalesSettings;
import org.kartoteka.sales.internal.data.CatalogueRows;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Imports products and services, found again by their codes: a price list can be taken in again and
 * changes only what it says. Groups are named from the outermost on, such as {@code Bikes / Road
 * Bikes}; those that are not there are made.
 */
@Component(service = RecordImporter.class)
public final class ProductImporter implements RecordImporter {

  private static final List<String> NO = List.of("0", "false", "no", "nie", "не", "нет");

  private final RecordKeeping keeping;
  private final CatalogueService catalogue;
  private final CatalogueRows rows;
  private final ExchangeRates exchange;
  private final SalesSettings settings;

  @Activate
  public ProductImporter(
      @Reference RecordKeeping keeping,
      @Reference CatalogueService catalogue,
      @Reference CatalogueRows rows,
      @Reference ExchangeRates exchange,
      @Reference SalesSettings settings) {
    this.keeping = keeping;
    this.catalogue = catalogue;
    this.rows = rows;
    this.exchange = exchange;
    this.settings = settings;
  }

  @Override
  public String type() {
    return Catalogue.PRODUCT;
  }

  @Override
  public String permission() {
    return SalesPermissions.CATALOGUE;
  }

  @Override
  public List<ImportField> fields() {
    return List.of(
        field("code", true, "kod", "код", "sku", "productnumber", "product number", "artikul"),
        field("name", true, "nazwa", "название", "наименование", "име", "product"),
        field("group", false, "grupa", "kategoria", "группа", "група", "category"),
        field("kind", false, "rodzaj", "вид"),
        field("unit", false, "jednostka", "j.m.", "jm", "единица", "мярка", "ед. изм.", "uom"),
        field("price", true, "cena", "цена", "cena netto", "listprice", "list price", "net price"),
        field("cost", false, "koszt", "себестоимость", "разход", "standardcost", "standard cost"),
        field("currency", false, "waluta", "валута", "валюта"),
        field("taxCode", false, "vat", "stawka", "stawka vat", "ставка", "ставка ддс"),
        field("active", false, "sprzedawany", "продаётся", "продава се"));
  }

  @Override
  public boolean updates() {
    return true;
  }

  @Override
  public boolean undoes() {
    return true;
  }

  @Override
  public List<RowOutcome> importRows(List<Map<String, String>> table) {
    return importRows(table, ImportOptions.usual());
  }

  @Override
  public List<RowOutcome> importRows(List<Map<String, String>> table, ImportOptions options) {
    return keeping.with(
        SalesPermissions.CATALOGUE,
        () -> {
          Map<String, ProductView> known = new HashMap<>(rows.ofCodes(codes(table)));
          GroupPaths groups = new GroupPaths(catalogue);
          List<RowOutcome> outcomes = new ArrayList<>();
          for (Map<String, String> row : table) {
            RowCells cells = new RowCells(row);
            String code = code(cells.required("code"));
            RowOutcome outcome = outcome(cells, known.get(code), groups, options);
            if (outcome.kind() == RowOutcome.Kind.CREATED) {
              known.put(code, rows.ofCodes(List.of(code)).get(code));
            }
            outcomes.add(outcome);
          }
          return outcomes;
        });
  }

  private RowOutcome outcome(
      RowCells cells, ProductView before, GroupPaths groups, ImportOptions options) {
    if (before != null && !options.mode().updates()) {
      return options.refuseMatching()
          ? RowOutcome.refused(List.of(FieldError.of("code", "notUnique", before.code())))
          : RowOutcome.skipped(reference(before));
    }
    if (before == null && !options.mode().creates()) {
      cells.error("code", "unknownProductCode", Objects.toString(cells.text("code"), ""));
    }
    ProductData data = data(cells, before);
    if (!cells.errors().isEmpty()) {
      return RowOutcome.refused(cells.errors());
    }
    try {
      catalogue.check(data, before == null ? null : before.id());
      return written(in(groups.of(cells.text("group")), data), before);
    } catch (InvalidInput invalid) {
      return RowOutcome.refused(invalid.errors());
    }
  }

  private RowOutcome written(ProductData data, ProductView before) {
    if (before == null) {
      ProductView made = catalogue.add(data);
      return RowOutcome.created(reference(made), Long.toString(made.revision()));
    }
    ProductView after = catalogue.change(before.id(), ExpectedRevision.any(), data);
    return after.revision() == before.revision()
        ? RowOutcome.skipped(reference(before))
        : RowOutcome.updated(
            reference(after), FieldChanges.between(before.data(), after.data()), null);
  }

  /** What the row says; what it does not say stays as it was. */
  private ProductData data(RowCells cells, ProductView before) {
    BigDecimal price = cells.amount("price");
    BigDecimal cost = cells.amount("cost");
    Currency currency = cells.currency("currency");
    ProductKind kind = cells.word("kind", ProductKind.class);
    ProductData data =
        before == null
            ? new ProductData(
                null,
                null,
                ProductKind.GOODS,
                null,
                null,
                null,
                exchange.home(),
                settings.usualTaxCode(),
                null,
                true)
            : before.data();
    return new ProductData(
        or(code(cells.text("code")), data.code()),
        or(cells.text("name"), data.name()),
        or(kind, data.kind()),
        or(cells.text("unit"), data.unit()),
        or(price, data.price()),
        or(cost, data.cost()),
        or(currency, data.currency()),
        or(cells.text("taxCode"), data.taxCode()),
        data.groupId(),
        cells.text("active") == null
            ? data.active()
            : !NO.contains(cells.text("active").strip().toLowerCase(Locale.ROOT)));
  }

  private static ProductData in(ProductGroupId group, ProductData data) {
    return group == null
        ? data
        : new ProductData(
            data.code(),
            data.name(),
            data.kind(),
            data.unit(),
            data.price(),
            data.cost(),
            data.currency(),
            data.taxCode(),
            group,
            data.active());
  }

  /** Products that were made go again unless they were sold or changed since. */
  @Override
  public List<UndoOutcome> undo(List<ImportedRow> imported) {
    return keeping.with(
        SalesPermissions.CATALOGUE, () -> imported.stream().map(this::undone).toList());
  }

  private UndoOutcome undone(ImportedRow row) {
    try {
      ProductView product = catalogue.get(new ProductId(Long.parseLong(row.recordId())));
      if (row.outcome() != RowOutcome.Kind.CREATED
          || !Long.toString(product.revision()).equals(row.trace())) {
        return Kept.changed();
      }
      catalogue.remove(product.id(), ExpectedRevision.any());
      return UndoOutcome.removed();
    } catch (NotFound gone) {
      return Kept.gone();
    } catch (Refused sold) {
      return Kept.because(sold);
    }
  }

  private static Set<String> codes(List<Map<String, String>> table) {
    return table.stream()
        .map(row -> code(row.get("code")))
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  private static String code(String text) {
    return text == null ? null : text.strip().toUpperCase(Locale.ROOT);
  }

  private static <T> T or(T given, T usual) {
    return given == null ? usual : given;
  }

  private static RecordRef reference(ProductView product) {
    return RecordRef.of(Catalogue.PRODUCT, product.id(), product.name());
  }

  private static ImportField field(String name, boolean required, String... aliases) {
    return new ImportField(name, required, List.of(aliases));
  }
}
