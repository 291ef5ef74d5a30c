package org.kartoteka.ui.internal.privacy;

import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.internal.record.PageTabs;

/** What is due, the rules by which it is, or the purposes of processing. */
final class PrivacyTabs extends PageTabs {

  static final String REVIEWS = "personal-data";
  static final String RULES = "personal-data/rules";
  static final String PURPOSES = "personal-data/purposes";

  PrivacyTabs(Workspace workspace, String selected) {
    super("privacy-tabs", selected);
    page(REVIEWS, workspace.text("ui.retention.review"));
    page(RULES, workspace.text("ui.retention.rules"));
    page(PURPOSES, workspace.text("ui.retention.purposes"));
  }
}
