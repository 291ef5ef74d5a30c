package org.kartoteka.competitors.internal.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.kartoteka.competitors.CompetitorProducts;
import org.kartoteka.competitors.Competitors;
import org.kartoteka.competitors.PriceObservationData;
import org.kartoteka.competitors.PriceObservationId;
import org.kartoteka.competitors.PriceObservations;
import org.kartoteka.competitors.ProductData;
import org.kartoteka.competitors.ProductId;
import org.kartoteka.competitors.internal.Roster;
import org.kartoteka.competitors.internal.data.CompetitorPermissions;
import org.kartoteka.competitors.internal.data.PriceObservationRows;
import org.kartoteka.competitors.internal.data.ProductRows;
import org.kartoteka.competitors.internal.domain.Rules;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyLookup;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.exchange.CellText;
import org.kartoteka.platform.api.exchange.ImportField;
import org.kartoteka.platform.api.exchange.RecordImporter;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.platform.api.money.Money;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Imports observed prices; products that are not known yet are added on the way. */
@Component
public final class PriceObservationImporter implements RecordImporter {

  private final RecordKeeping books;
  private final PartyRegister parties;
  private final Roster roster;
  private final CompetitorProducts products;
  private final PriceObservations prices;
  private final ProductRows productRows;
  private final PriceObservationRows priceRows;
  private final UsualCurrency usualCurrency;

  @Activate
  public PriceObservationImporter(
      @Reference RecordKeeping books,
      @Reference PartyRegister parties,
      @Reference Roster roster,
      @Reference CompetitorProducts products,
      @Reference PriceObservations prices,
      @Reference ProductRows productRows,
      @Reference PriceObservationRows priceRows,
      @Reference UsualCurrency usualCurrency) {
    this.books = books;
    this.parties = parties;
    this.roster = roster;
    this.products = products;
    this.prices = prices;
    this.productRows = productRows;
    this.priceRows = priceRows;
    this.usualCurrency = usualCurrency;
  }

  @Override
  public String type() {
    return PriceObservations.TYPE;
  }

  @Override
  public String permission() {
    return CompetitorPermissions.IMPORT;
  }

  @Override
  public List<ImportField> fields() {
    return List.of(
        field("competitor", true, "konkurent", "firma", "конкурент", "фирма", "компания", "rival"),
        field(
            "product",
            true,
            "produkt",
            "towar",
            "nazwa produktu",
            "продукт",
            "товар",
            "item",
            "product name",
            "artykuł",
            "стока"),
        field("category", false, "kategoria", "категория", "grupa", "product category"),
        field("unit", false, "jednostka", "j.m.", "jm", "единица", "мярка", "ед. изм.", "uom"),
        field(
            "date",
            true,
            "data",
            "dzień",
            "дата",
            "ден",
            "observed on",
            "data obserwacji",
            "observation date",
            "дата наблюдения",
            "дата на наблюдение"),
        field("price", true, "cena", "цена", "amount", "kwota", "стоимость", "сума"),
        field("currency", false, "waluta", "валута", "валюта"),
        field(
            "customer",
            false,
            "klient",
            "odbiorca",
            "клиент",
            "покупатель",
            "observed at",
            "where",
            "sklep",
            "магазин",
            "store"),
        field("source", false, "źródło", "zrodlo", "източник", "источник", "observed by"),
        field(
            "note",
            false,
            "uwagi",
            "notatka",
            "бележка",
            "примечание",
            "remark",
            "remarks",
            "comment"));
  }

  @Override
  public List<RowOutcome> importRows(List<Map<String, String>> rows) {
    PartyLookup competitors = new PartyLookup(parties, Competitors.ROLE, "unknownCompetitor");
    PartyLookup customers = new PartyLookup(parties, null, "unknownParty");
    return books.with(
        CompetitorPermissions.IMPORT,
        () -> rows.stream().map(row -> outcome(row, competitors, customers)).toList());
  }

  private RowOutcome outcome(
      Map<String, String> row, PartyLookup competitors, PartyLookup customers) {
    final Row read;
    try {
      read = read(row, competitors, customers);
    } catch (InvalidInput refused) {
      return RowOutcome.refused(refused.errors());
    }
    String name = read.product().name();
    roster.get(read.competitor());
    Optional<ProductId> product = productRows.called(read.competitor(), name);
    Optional<PriceObservationId> same = product.map(read::price).flatMap(priceRows::same);
    if (same.isPresent()) {
      return RowOutcome.skipped(RecordRef.of(PriceObservations.TYPE, same.get(), name));
    }
    ProductId known = product.orElseGet(() -> products.add(read.competitor(), read.product()).id());
    PriceObservationId made = prices.record(read.price(known)).id();
    return RowOutcome.created(RecordRef.of(PriceObservations.TYPE, made, name));
  }

  private record Row(
      PartyId competitor,
      ProductData product,
      LocalDate date,
      Money price,
      PartyId customer,
      String source,
      String note) {

    PriceObservationData price(ProductId productId) {
      return new PriceObservationData(productId, date, price, customer, source, note);
    }
  }

  private Row read(Map<String, String> row, PartyLookup competitors, PartyLookup customers) {
    List<FieldError> errors = new ArrayList<>();
    PartyId competitor = party(row.get("competitor"), "competitor", competitors, errors);
    PartyId customer =
        row.get("customer") == null
            ? null
            : party(row.get("customer"), "customer", customers, errors);
    if (competitor != null && competitor.equals(customer)) {
      errors.add(FieldError.of("customer", "sameParty"));
    }
    LocalDate date = read(row, "date", "date", errors, CellText::day);
    BigDecimal amount = read(row, "price", "price", errors, CellText::amount);
    Currency currency = currency(row.get("currency"), errors);
    Money price = amount == null || currency == null ? null : new Money(amount, currency);
    Row read =
        new Row(
            competitor,
            product(row, errors),
            date,
            price,
            customer,
            row.get("source"),
            row.get("note"));
    if (errors.isEmpty()) {
      Findings findings = new Findings();
      Rules.normal(read.price(new ProductId(1)), books.act().today(), findings);
      findings.errors().stream()
          .map(error -> named(error, "price.amount", "price"))
          .forEach(errors::add);
    }
    InvalidInput.throwIfAny(errors);
    return read;
  }

  private ProductData product(Map<String, String> row, List<FieldError> errors) {
    Findings findings = new Findings();
    ProductData product =
        Rules.normal(
            new ProductData(row.get("product"), row.get("category"), row.get("unit"), null),
            findings);
    findings.errors().stream().map(error -> named(error, "name", "product")).forEach(errors::add);
    return product;
  }

  private static FieldError named(FieldError error, String field, String column) {
    return error.field().equals(field)
        ? new FieldError(column, error.code(), error.key(), error.arguments())
        : error;
  }

  private Currency currency(String text, List<FieldError> errors) {
    Optional<Currency> currency = text == null ? usualCurrency.get() : CellText.currency(text);
    if (currency.isEmpty()) {
      errors.add(
          text == null
              ? FieldError.of("currency", "required")
              : FieldError.of("currency", "unknownCurrency", text));
    }
    return currency.orElse(null);
  }

  private static PartyId party(
      String text, String field, PartyLookup finder, List<FieldError> errors) {
    if (text == null) {
      errors.add(FieldError.of(field, "required"));
      return null;
    }
    try {
      return finder.find(field, text);
    } catch (InvalidInput notFound) {
      errors.addAll(notFound.errors());
      return null;
    }
  }

  private static <T> T read(
      Map<String, String> row,
      String field,
      String code,
      List<FieldError> errors,
      Function<String, Optional<T>> reading) {
    String text = row.get(field);
    Optional<T> value = text == null ? Optional.empty() : reading.apply(text);
    if (value.isEmpty()) {
      errors.add(FieldError.of(field, text == null ? "required" : code));
    }
    return value.orElse(null);
  }

  private static ImportField field(String name, boolean required, String... aliases) {
    return new ImportField(name, required, List.of(aliases));
  }
}
