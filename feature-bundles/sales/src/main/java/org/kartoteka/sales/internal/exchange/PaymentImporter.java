package org.kartoteka.sales.internal.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyLookup;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.exchange.ImportField;
import org.kartoteka.platform.api.exchange.ImportedRow;
import org.kartoteka.platform.api.exchange.RecordImporter;
import org.kartoteka.platform.api.exchange.RowCells;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.platform.api.exchange.UndoOutcome;
import org.kartoteka.platform.api.money.Money;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.problem.StaleRevision;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.sales.DocumentId;
import org.kartoteka.sales.DocumentView;
import org.kartoteka.sales.ExchangeRates;
import org.kartoteka.sales.PaymentData;
import org.kartoteka.sales.PaymentId;
import org.kartoteka.sales.PaymentShare;
import org.kartoteka.sales.PaymentView;
import org.kartoteka.sales.Payments;
import org.kartoteka.sales.internal.PaymentService;
import org.kartoteka.sales.internal.data.DocumentRows;
import org.kartoteka.sales.internal.data.PaymentRows;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Imports payments, such as a statement of the bank. A payment that names an invoice of ours
 * settles it as far as it is open; the same payment is skipped the second time.
 */
@Component(service = RecordImporter.class)
public final class PaymentImporter implements RecordImporter {

  private final RecordKeeping keeping;
  private final PaymentService payments;
  private final PaymentRows rows;
  private final DocumentRows documents;
  private final ExchangeRates exchange;
  private final PartyRegister parties;

  @Activate
  public PaymentImporter(
      @Reference RecordKeeping keeping,
      @Reference PaymentService payments,
      @Reference PaymentRows rows,
      @Reference DocumentRows documents,
      @Reference ExchangeRates exchange,
      @Reference PartyRegister parties) {
    this.keeping = keeping;
    this.payments = payments;
    this.rows = rows;
    this.documents = documents;
    this.exchange = exchange;
    this.parties = parties;
  }

  @Override
  public String type() {
    return Payments.TYPE;
  }

  @Override
  public String permission() {
    return SalesPermissions.IMPORT;
  }

  @Override
  public List<ImportField> fields() {
    return List.of(
        field("date", true, "data", "дата", "booked on", "data operacji"),
        field("amount", true, "kwota", "сума", "сумма"),
        field("currency", false, "waluta", "валута", "валюта"),
        field("invoice", false, "nr faktury", "фактура", "счёт", "invoice number"),
        field("party", false, "payer", "nadawca", "płatnik", "наредител", "плательщик"),
        field("method", false, "metoda", "начин", "способ"),
        field("reference", false, "title", "tytuł", "основание", "назначение"));
  }

  @Override
  public List<RowOutcome> importRows(List<Map<String, String>> batch) {
    PartyLookup finder = new PartyLookup(parties, null, "unknownParty");
    return keeping.with(
        SalesPermissions.IMPORT,
        () -> {
          Map<String, DocumentId> invoices =
              documents.ofNumbers(
                  batch.stream()
                      .map(row -> row.get("invoice"))
                      .filter(Objects::nonNull)
                      .collect(Collectors.toSet()));
          documents.lock(invoices.values());
          return batch.stream().map(row -> outcome(row, finder, invoices)).toList();
        });
  }

  private RowOutcome outcome(
      Map<String, String> row, PartyLookup finder, Map<String, DocumentId> invoices) {
    RowCells cells = new RowCells(row);
    cells.required("date");
    cells.required("amount");
    LocalDate day = cells.day("date");
    BigDecimal amount = cells.number("amount");
    Currency currency = cells.currency("currency");
    Optional<DocumentView> invoice =
        Optional.ofNullable(invoices.get(Optional.ofNullable(cells.text("invoice")).orElse("")))
            .flatMap(documents::find);
    PartyId named = cells.found("party", text -> finder.find("party", text));
    PartyId party = invoice.map(DocumentView::partyId).orElse(named);
    if (party == null && cells.errors().isEmpty()) {
      cells.error(cells.text("invoice") == null ? "party" : "invoice", "unknownDocument");
    }
    if (!cells.errors().isEmpty()) {
      return RowOutcome.refused(cells.errors());
    }
    Currency usual = invoice.map(DocumentView::currency).orElseGet(exchange::home);
    Money money = new Money(amount, currency == null ? usual : currency);
    String reference =
        cells.text("reference") == null ? cells.text("invoice") : cells.text("reference");
    return taken(
        new PaymentData(
            party, day, money, cells.text("method"), reference, null, shares(invoice, money)));
  }

  private RowOutcome taken(PaymentData data) {
    Optional<PaymentId> same = rows.same(data);
    if (same.isPresent()) {
      return RowOutcome.skipped(RecordRef.of(Payments.TYPE, same.get(), data.reference()));
    }
    try {
      PaymentView made = payments.receive(data);
      return RowOutcome.created(
          RecordRef.of(Payments.TYPE, made.id(), data.reference()), Long.toString(made.revision()));
    } catch (InvalidInput invalid) {
      return RowOutcome.refused(invalid.errors().stream().map(PaymentImporter::inFile).toList());
    } catch (Refused refused) {
      String field = refused.key().equals("problem.sales.closed") ? "date" : "party";
      return RowOutcome.refused(
          List.of(new FieldError(field, "refused", refused.key(), refused.arguments())));
    }
  }

  @Override
  public boolean undoes() {
    return true;
  }

  /** Payments go again unless somebody allocated or returned them, or closed the books, since. */
  @Override
  public List<UndoOutcome> undo(List<ImportedRow> imported) {
    return keeping.with(
        SalesPermissions.IMPORT, () -> imported.stream().map(this::undone).toList());
  }

  private UndoOutcome undone(ImportedRow row) {
    try {
      payments.unrecord(
          new PaymentId(Long.parseLong(row.recordId())),
          ExpectedRevision.of(Long.parseLong(row.trace())));
      return UndoOutcome.removed();
    } catch (StaleRevision changed) {
      return Kept.changed();
    } catch (NotFound gone) {
      return Kept.gone();
    } catch (Refused closed) {
      return Kept.because(closed);
    }
  }

  /** The error at the column it is about. */
  private static FieldError inFile(FieldError error) {
    String field =
        switch (error.field()) {
          case "receivedOn" -> "date";
          case "amount.amount" -> "amount";
          default -> error.field();
        };
    return new FieldError(field, error.code(), error.key(), error.arguments());
  }

  private static List<PaymentShare> shares(Optional<DocumentView> invoice, Money money) {
    return invoice
        .filter(document -> document.currency().equals(money.currency()))
        .map(document -> PaymentShare.of(document.id(), document.open().min(money.amount())))
        .filter(share -> share.amount().signum() > 0)
        .map(List::of)
        .orElse(List.of());
  }

  private static ImportField field(String name, boolean required, String... aliases) {
    return new ImportField(name, required, List.of(aliases));
  }
}
