package org.kartoteka.core.internal.domain;

/** How long texts may be that several rules share. */
final class Limits {

  static final int NAME = 300;
  static final int PERSON_NAME = 100;
  static final int REMARKS = 10_000;
  static final int NOTE = 100_000;

  private Limits() {}
}
