package org.kartoteka.ui.api;

/** A part of the menu; its title is the text with key {@code ui.section.<name>}. */
public enum Section {
  REGISTER,
  WORK,
  SALES,
  MARKETING,
  SERVICE,
  MONITORING,
  REPORTS,
  ADMINISTRATION;

  /** The key of its title. */
  public String titleKey() {
    return "ui.section." + name();
  }
}
