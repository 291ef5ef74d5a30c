package org.kartoteka.sales.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.sales.DocumentId;
import org.kartoteka.sales.DocumentKind;
import org.kartoteka.sales.DocumentState;
import org.kartoteka.sales.DocumentView;
import org.kartoteka.sales.InvoiceData;
import org.kartoteka.sales.LineView;
import org.kartoteka.sales.RunId;

/** Makes documents of what is known of them; their sums are those of their lines. */
public final class Documents {

  private Documents() {}

  /** A draft of an invoice. */
  static DocumentView invoice(
      DocumentId id,
      String series,
      InvoiceData data,
      String partyName,
      BigDecimal rate,
      List<LineView> lines,
      Act act) {
    return document(
        id, series, null, data, partyName, rate, null, null, null, null, null, lines, act);
  }

  /** A draft of an invoice that got its number elsewhere. */
  public static DocumentView imported(
      DocumentId id,
      String series,
      String givenNumber,
      InvoiceData data,
      String partyName,
      BigDecimal rate,
      List<LineView> lines,
      Act act) {
    return document(
        id, series, givenNumber, data, partyName, rate, null, null, null, null, null, lines, act);
  }

  /** A draft of an invoice by a run. */
  public static DocumentView recurring(
      DocumentId id,
      String series,
      InvoiceData data,
      String partyName,
      BigDecimal rate,
      BranchId branch,
      RunId run,
      List<LineView> lines,
      Act act) {
    return document(
        id, series, null, data, partyName, rate, branch, run, null, null, null, lines, act);
  }

  /** A draft of a credit note; a run gives no reason. */
  public static DocumentView creditNote(
      DocumentId id,
      String series,
      DocumentView invoice,
      LocalDate day,
      String reason,
      RunId run,
      List<LineView> lines,
      Act act) {
    return document(
        id,
        series,
        null,
        new InvoiceData(
            invoice.partyId(),
            day,
            null,
            null,
            invoice.currency(),
            invoice.salespersonId(),
            null,
            List.of()),
        invoice.partyName(),
        invoice.rate(),
        invoice.branchId(),
        run,
        invoice.id(),
        invoice.number(),
        reason,
        lines,
        act);
  }

  private static DocumentView document(
      DocumentId id,
      String series,
      String givenNumber,
      InvoiceData data,
      String partyName,
      BigDecimal rate,
      BranchId branch,
      RunId run,
      DocumentId corrects,
      String correctsNumber,
      String reason,
      List<LineView> lines,
      Act act) {
    PartyId party = data.partyId();
    UserId salesperson = data.salespersonId();
    BigDecimal net = sum(lines, LineView::net);
    BigDecimal tax = sum(lines, LineView::tax);
    return new DocumentView(
        id,
        1,
        corrects == null ? DocumentKind.INVOICE : DocumentKind.CREDIT_NOTE,
        DocumentState.DRAFT,
        series,
        null,
        givenNumber,
        party,
        partyName,
        data.issuedOn(),
        data.soldOn(),
        data.dueOn(),
        data.currency(),
        rate,
        salesperson,
        branch,
        corrects,
        correctsNumber,
        reason,
        data.note(),
        net,
        tax,
        net.add(tax),
        BigDecimal.ZERO,
        run,
        act.at(),
        act.by(),
        act.at(),
        act.by(),
        lines);
  }

  private static BigDecimal sum(List<LineView> lines, Function<LineView, BigDecimal> value) {
    return lines.stream().map(value).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
