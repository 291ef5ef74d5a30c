package org.kartoteka.sales;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What was sold to whom, of what, and when (TON-18), kept with each posting. A group counts what
 * was sold in the groups below it too. Needs {@code sales.document.read}.
 */
@ProviderType
public interface Turnover {

  /** The turnover; by party the largest first, 200 at most. */
  List<TurnoverRow> rows(TurnoverQuery query);
}
