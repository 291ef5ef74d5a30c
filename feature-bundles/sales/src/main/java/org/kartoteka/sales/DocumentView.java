package org.kartoteka.sales;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.http.Versioned;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.UserId;

/**
 * An invoice or credit note with its lines.
 *
 * @param number null for a draft
 * @param givenNumber the number it got elsewhere and keeps; null when its series gives one
 * @param partyName of a posted document as it was then
 * @param rate into the home currency
 * @param correctsId the invoice a credit note corrects; null for an invoice
 * @param reason why it is corrected
 * @param settled what was paid or offset; of a credit note negative
 */
public record DocumentView(
    DocumentId id,
    long revision,
    DocumentKind kind,
    DocumentState state,
    String series,
    String number,
    String givenNumber,
    PartyId partyId,
    String partyName,
    LocalDate issuedOn,
    LocalDate soldOn,
    LocalDate dueOn,
    Currency currency,
    BigDecimal rate,
    UserId salespersonId,
    BranchId branchId,
    DocumentId correctsId,
    String correctsNumber,
    String reason,
    String note,
    BigDecimal net,
    BigDecimal tax,
    BigDecimal gross,
    BigDecimal settled,
    RunId runId,
    Instant createdAt,
    String createdBy,
    Instant changedAt,
    String changedBy,
    List<LineView> lines)
    implements Versioned {

  public DocumentView {
    lines = lines == null ? List.of() : List.copyOf(lines);
  }

  /** What is still to be paid; of a credit note negative. */
  public BigDecimal open() {
    return state == DocumentState.DRAFT ? BigDecimal.ZERO : gross.subtract(settled);
  }

  /** What people can change of a draft. */
  public InvoiceData data() {
    return new InvoiceData(
        partyId,
        issuedOn,
        soldOn,
        dueOn,
        currency,
        salespersonId,
        note,
        lines.stream().map(LineView::data).toList());
  }

  /** The same with other lines. */
  public DocumentView with(List<LineView> others) {
    return new DocumentView(
        id,
        revision,
        kind,
        state,
        series,
        number,
        givenNumber,
        partyId,
        partyName,
        issuedOn,
        soldOn,
        dueOn,
        currency,
        rate,
        salespersonId,
        branchId,
        correctsId,
        correctsNumber,
        reason,
        note,
        net,
        tax,
        gross,
        settled,
        runId,
        createdAt,
        createdBy,
        changedAt,
        changedBy,
        others);
  }

  /** The same with the name of the party. */
  public DocumentView called(String name) {
    return new DocumentView(
        id,
        revision,
        kind,
        state,
        series,
        number,
        givenNumber,
        partyId,
        name,
        issuedOn,
        soldOn,
        dueOn,
        currency,
        rate,
        salespersonId,
        branchId,
        correctsId,
        correctsNumber,
        reason,
        note,
        net,
        tax,
        gross,
        settled,
        runId,
        createdAt,
        createdBy,
        changedAt,
        changedBy,
        lines);
  }

  /** The same, posted. */
  public DocumentView posted(String given, BigDecimal ofTheDay, Instant at, String by) {
    return new DocumentView(
        id,
        revision,
        kind,
        DocumentState.POSTED,
        series,
        given,
        givenNumber,
        partyId,
        partyName,
        issuedOn,
        soldOn,
        dueOn,
        currency,
        ofTheDay,
        salespersonId,
        branchId,
        correctsId,
        correctsNumber,
        reason,
        note,
        net,
        tax,
        gross,
        settled,
        runId,
        createdAt,
        createdBy,
        at,
        by,
        lines);
  }
}
