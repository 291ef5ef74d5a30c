package org.kartoteka.platform.api.security;

/** What is done with records, as far as rights to them are told apart. */
public enum RecordAction {
  READ,
  CHANGE,
  DELETE,
  EXPORT
}
