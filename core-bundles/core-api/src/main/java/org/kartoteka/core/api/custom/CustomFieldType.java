package org.kartoteka.core.api.custom;

/** What a custom field holds, and how its value is kept in {@code custom}. */
public enum CustomFieldType {
  /** A text of up to 10,000 characters. */
  TEXT,
  /** A decimal number, kept as its plain text: {@code "12.5"}. */
  NUMBER,
  /** A date, kept as {@code "2026-01-31"}. */
  DATE,
  /** One of the field's options, kept as its code. */
  CHOICE,
  /** Yes or no, kept as {@code true} or {@code false}. */
  YES_NO,
  /** An address in the web, kept as its text. */
  LINK
}
