package org.kartoteka.commissions;

import java.util.List;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Granted commissions, settled by person, currency and period, and paid. Reading as in {@link
 * Accruals}; acts need {@code commissions.statement.settle}.
 */
@ProviderType
public interface Statements {

  /** The type of statements in references. */
  String TYPE = "commissions.statement";

  /** Puts granted commissions into statements. */
  List<StatementView> settle(SettleStatements order);

  /** Notes that a statement was paid. */
  StatementView pay(StatementId id, ExpectedRevision revision, PayStatement order);

  /** Cancels a statement that is not paid; its commissions can be settled anew. */
  StatementView cancel(StatementId id, ExpectedRevision revision);

  /** One statement. */
  StatementView get(StatementId id);

  /** A page of statements. Sorts: {@code until} (default, the latest first), {@code amount}. */
  Page<StatementView> page(StatementQuery query, PageRequest request);

  /** How many there are, counted up to the given number at most. */
  long count(StatementQuery query, long atMost);
}
