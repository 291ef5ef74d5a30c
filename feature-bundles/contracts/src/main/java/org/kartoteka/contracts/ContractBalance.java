package org.kartoteka.contracts;

import java.util.List;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The balance of contracts gained and lost, in number and in monthly subscription (MON-21). Needs
 * {@code contracts.contract.read}; contracts of parties out of reach do not count.
 */
@ProviderType
public interface ContractBalance {

  /** The rows of a balance, one for each currency and value of the dimension. */
  List<BalanceRow> balance(BalanceQuery query);

  /** A page of movements. Sorts: {@code day} (default, the latest first), {@code amount}. */
  Page<MovementView> movements(MovementQuery query, PageRequest request);
}
