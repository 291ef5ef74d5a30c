package org.kartoteka.core.api.duplicate;

/**
 * What two cards have in common; shown as the text {@code duplicate.resemblance.<name>}, names of
 * persons as {@code duplicate.resemblance.person.<name>}.
 */
public enum Resemblance {
  /** The same official number. */
  IDENTIFIER,
  /** The same name, legal forms and spelling aside. */
  NAME,
  /** Nearly the same name. */
  SIMILAR_NAME,
  /** A phone number. */
  PHONE,
  /** An e-mail address. */
  EMAIL,
  /** A bank account. */
  BANK_ACCOUNT,
  /** A website. */
  WEB,
  /** A postal address. */
  ADDRESS,
  /** Part of a postal address. */
  SIMILAR_ADDRESS,
  /** The birthday; told only to those who may see personal data. */
  BIRTHDAY,
  /** A private phone, e-mail or address; told only to those who may see private contact data. */
  PRIVATE_CONTACT
}
