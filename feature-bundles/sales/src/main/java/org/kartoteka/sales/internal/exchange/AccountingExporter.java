package org.kartoteka.sales.internal.exchange;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartySummary;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.exchange.ExportField;
import org.kartoteka.platform.api.exchange.ExportQuery;
import org.kartoteka.platform.api.exchange.FileFormat;
import org.kartoteka.platform.api.exchange.RecordExporter;
import org.kartoteka.platform.api.money.Money;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.sales.ExchangeRates;
import org.kartoteka.sales.internal.data.AccountingRows;
import org.kartoteka.sales.internal.data.AccountingRows.Entry;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Hands posted documents of a period over to accounting (MON-5): a row for each document and rate
 * of tax. The filter knows {@code from} and {@code to}.
 */
@Component
public final class AccountingExporter implements RecordExporter {

  private static final int PIECE = 500;
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

  private static final List<String> FIELDS =
      List.of(
          "number",
          "corrects",
          "issuedOn",
          "soldOn",
          "dueOn",
          "partyNumber",
          "partyIdentifier",
          "partyName",
          "currency",
          "rate",
          "taxCode",
          "taxPercent",
          "net",
          "tax",
          "gross",
          "homeNet",
          "homeTax");

  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final AccountingRows rows;
  private final PartyRegister parties;
  private final ExchangeRates exchange;

  @Activate
  public AccountingExporter(
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference AccountingRows rows,
      @Reference PartyRegister parties,
      @Reference ExchangeRates exchange) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.rows = rows;
    this.parties = parties;
    this.exchange = exchange;
  }

  @Override
  public String type() {
    return "sales.accounting";
  }

  @Override
  public String permission() {
    return SalesPermissions.EXPORT;
  }

  @Override
  public Set<FileFormat> formats() {
    return Set.of(FileFormat.CSV, FileFormat.XLSX, FileFormat.JSON);
  }

  @Override
  public List<ExportField> fields() {
    return FIELDS.stream().map(ExportField::of).toList();
  }

  @Override
  public void check(ExportQuery query) {
    access.require(SalesPermissions.READ);
    day(query, "from", EARLIEST);
    day(query, "to", LATEST);
  }

  @Override
  public void rows(ExportQuery query, List<String> fields, RowSink sink) {
    check(query);
    LocalDate from = day(query, "from", EARLIEST);
    LocalDate to = day(query, "to", LATEST);
    List<Entry> entries = piece(from, 0, to);
    while (!entries.isEmpty()) {
      Map<PartyId, PartySummary> called = called(entries);
      for (Entry entry : entries) {
        Map<String, String> cells = cells(entry, called.get(entry.party()));
        sink.row(fields.stream().map(cells::get).toList());
      }
      Entry last = entries.get(entries.size() - 1);
      entries = piece(last.issuedOn(), last.document(), to);
    }
  }

  private List<Entry> piece(LocalDate from, long after, LocalDate to) {
    return unitOfWork.call(() -> rows.entries(from, after, to, PIECE));
  }

  private Map<PartyId, PartySummary> called(List<Entry> entries) {
    Set<PartyId> ids = entries.stream().map(Entry::party).collect(Collectors.toSet());
    return parties.summaries(ids).stream()
        .collect(Collectors.toMap(PartySummary::id, party -> party));
  }

  private Map<String, String> cells(Entry entry, PartySummary party) {
    Map<String, String> cells = new HashMap<>();
    cells.put("number", entry.number());
    cells.put("corrects", entry.corrects());
    cells.put("issuedOn", text(entry.issuedOn()));
    cells.put("soldOn", text(entry.soldOn()));
    cells.put("dueOn", text(entry.dueOn()));
    cells.put("partyNumber", party == null ? null : party.number());
    cells.put("partyIdentifier", party == null ? null : party.identifier());
    cells.put("partyName", entry.partyName());
    cells.put("currency", entry.currency());
    cells.put("rate", plain(entry.rate()));
    cells.put("taxCode", entry.taxCode());
    cells.put("taxPercent", plain(entry.taxPercent()));
    cells.put("net", plain(entry.net()));
    cells.put("tax", plain(entry.tax()));
    cells.put("gross", plain(entry.net().add(entry.tax())));
    cells.put("homeNet", plain(home(entry.net(), entry)));
    cells.put("homeTax", plain(home(entry.tax(), entry)));
    return cells;
  }

  private BigDecimal home(BigDecimal amount, Entry entry) {
    return new Money(amount.multiply(entry.rate()), exchange.home()).rounded().amount();
  }

  private static String text(LocalDate day) {
    return day == null ? null : day.toString();
  }

  private static String plain(BigDecimal number) {
    return number.toPlainString();
  }

  private static LocalDate day(ExportQuery query, String name, LocalDate usual) {
    List<String> values = new ArrayList<>(query.filter().getOrDefault(name, List.of()));
    if (values.isEmpty() || values.get(0).isBlank()) {
      return usual;
    }
    try {
      return LocalDate.parse(values.get(0));
    } catch (DateTimeException wrong) {
      throw new InvalidInput(FieldError.of(name, "date"));
    }
  }
}
