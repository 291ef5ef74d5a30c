package org.kartoteka.sales;

import java.time.LocalDate;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Invoices what contracts and templates make due, period by period. Whatever is due by the day and
 * was not invoiced is invoiced, however long it is due; of a period that was invoiced at less than
 * is owed by now the difference is invoiced, what was invoiced too much goes to credit notes. Lines
 * of a party in one currency, sold by the same person in the same branch, stand on one invoice.
 * Needs {@code sales.billing.run}.
 */
@ProviderType
public interface RecurringInvoices {

  /** The type of runs in references. */
  String TYPE = "sales.run";

  /** What a run would invoice; nothing is written. */
  RunPreview preview(LocalDate day);

  /**
   * Starts a run, which goes on in the background, also after a restart.
   *
   * @throws org.kartoteka.platform.api.problem.Refused while another is at work
   */
  RunView start(RunOrder order);

  /** Ends a run after the parties it is at; what was made stays. */
  RunView stop(RunId id);

  /** One run with its problems. */
  RunView get(RunId id);

  /** The latest runs, the last one first, without their problems. */
  List<RunView> latest(int atMost);
}
