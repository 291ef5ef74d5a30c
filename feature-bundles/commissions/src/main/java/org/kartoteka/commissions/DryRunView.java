package org.kartoteka.commissions;

import java.util.List;
import org.kartoteka.platform.api.money.Money;
import org.kartoteka.platform.api.security.UserId;

/**
 * What a plan would have come to; nothing was written.
 *
 * @param documents how many contracts and invoices were reckoned anew
 * @param persons what it means for each person in each currency
 * @param rows the documents with the largest differences, up to 200
 */
public record DryRunView(long documents, List<Person> persons, List<Row> rows) {

  public DryRunView {
    persons = List.copyOf(persons);
    rows = List.copyOf(rows);
  }

  /** A person in a currency. */
  public record Person(UserId personId, Money now, Money then, Money difference) {}

  /** A person on a document. */
  public record Row(UserId personId, String document, Money now, Money then, Money difference) {}
}
