package org.kartoteka.core.api.party;

/** What a party may be without; a criterion of {@link PartyQuery}. */
public enum PartyLack {
  OWNER,
  RATING,
  TAG,
  ROLE,
  IDENTIFIER,
  ADDRESS,
  PHONE,
  EMAIL,
  WEB,
  BANK_ACCOUNT,
  REGISTER,
  PERSON,
  NOTE
}
