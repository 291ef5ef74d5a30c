package org.kartoteka.commissions;

import java.util.List;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What was reckoned, and what people decided on it. Who has {@code commissions.own.read} sees his
 * own; {@code commissions.all.read} shows those of all whose records are in reach. Deciding needs
 * {@code commissions.accrual.grant}.
 */
@ProviderType
public interface Accruals {

  /** The type of commissions in references. */
  String TYPE = "commissions.accrual";

  /** A page of commissions. Sorts: {@code earnedOn} (default, the latest first), {@code id}. */
  Page<AccrualView> page(AccrualQuery query, PageRequest request);

  /** Those of the commissions that are in reach. */
  List<AccrualView> some(List<AccrualId> ids);

  /** How many there are, counted up to the given number at most. */
  long count(AccrualQuery query, long atMost);

  /** What each person has in each state and currency. */
  List<AccrualTotal> totals(AccrualQuery query);

  /** How an amount came about. */
  AccrualExplanation explain(AccrualId id);

  /**
   * Grants what was calculated or refused; what is settled already is left alone.
   *
   * @return how many were granted
   */
  long grant(DecideAccruals order);

  /**
   * Refuses what was calculated or granted, with a reason; what is settled already is left alone.
   * What the same claim comes to later is refused too, until somebody grants it.
   *
   * @return how many were refused
   */
  long refuse(DecideAccruals order);
}
