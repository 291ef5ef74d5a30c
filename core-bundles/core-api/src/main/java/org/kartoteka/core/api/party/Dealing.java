package org.kartoteka.core.api.party;

/** What one may want to do with a party; its status permits it or not (ALF-11). */
public enum Dealing {
  /** Call, write, visit, plan an activity. */
  CONTACT,
  /** Make an offer. */
  OFFER,
  /** Conclude a contract or take an order. */
  CONTRACT,
  /** Deliver goods or services. */
  SUPPLY,
  /** Issue a document for what was delivered, take a payment. */
  SETTLE
}
