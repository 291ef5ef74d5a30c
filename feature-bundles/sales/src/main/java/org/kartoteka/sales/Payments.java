package org.kartoteka.sales;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What was paid, what it settles, what went back. Reading needs {@code sales.document.read}, acts
 * {@code sales.payment.record}. A document is never settled beyond its amount.
 */
@ProviderType
public interface Payments {

  /** The type of payments in references. */
  String TYPE = "sales.payment";

  /** Records a payment. */
  PaymentView receive(PaymentData data);

  /** Decides what a payment settles; shares are added to those before, negative ones take back. */
  PaymentView allocate(PaymentId id, ExpectedRevision revision, List<PaymentShare> shares);

  /** Lets what is free of a payment settle the party's open documents, the oldest first. */
  PaymentView allocateOldestFirst(PaymentId id, ExpectedRevision revision);

  /** Gives a payment, or part of it, back. */
  PaymentView giveBack(PaymentId id, ExpectedRevision revision, PaymentReturn order);

  /**
   * One payment with what it settles.
   *
   * @throws org.kartoteka.platform.api.problem.NotFound when there is none
   */
  PaymentView get(PaymentId id);

  /**
   * A page of payments without what they settle. Sorts: {@code receivedOn} (default, the latest
   * first), {@code amount}.
   */
  Page<PaymentView> page(PaymentQuery query, PageRequest request);

  /** How many match, counted up to the given number at most. */
  long count(PaymentQuery query, long atMost);

  /** What a party owes in each currency, less what we owe it; sums of open documents. */
  List<Balance> balances(PartyId party);

  /**
   * What is open.
   *
   * @param open all open documents, credit notes deducted
   * @param overdue what of it should have been paid before today
   * @param free payments that settle nothing yet
   */
  record Balance(Currency currency, BigDecimal open, BigDecimal overdue, BigDecimal free) {}
}
