package org.kartoteka.sales;

import java.time.LocalDate;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.security.UserId;

/**
 * Which documents are wanted; null means any.
 *
 * @param text in numbers, names and notes
 * @param open whether only those that are not settled
 * @param overdue whether only those that should have been paid before today
 * @param from issued on or after the day
 * @param to issued on or before the day
 */
public record DocumentQuery(
    String text,
    PartyId party,
    DocumentKind kind,
    DocumentState state,
    UserId salesperson,
    boolean open,
    boolean overdue,
    LocalDate from,
    LocalDate to,
    RunId run) {

  /** All documents. */
  public static DocumentQuery all() {
    return new DocumentQuery(null, null, null, null, null, false, false, null, null, null);
  }

  /** Those of a party. */
  public static DocumentQuery of(PartyId party) {
    return new DocumentQuery(null, party, null, null, null, false, false, null, null, null);
  }

  /** What is open of a party. */
  public static DocumentQuery openOf(PartyId party) {
    return new DocumentQuery(null, party, null, null, null, true, false, null, null, null);
  }

  /** The drafts among them. */
  public DocumentQuery drafts() {
    return new DocumentQuery(
        text, party, kind, DocumentState.DRAFT, salesperson, open, overdue, from, to, run);
  }
}
