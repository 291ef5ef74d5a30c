package org.kartoteka.ui.internal.privacy;

import org.kartoteka.ui.api.Workspace;

/** What kinds of data are called. */
final class RetentionWords {

  private static final String KIND = "privacy.retention.";

  private RetentionWords() {}

  static String kind(Workspace workspace, String kind) {
    return known(workspace, KIND + kind, kind);
  }

  /** How the age is counted. */
  static String age(Workspace workspace, String kind) {
    return known(workspace, KIND + kind + ".age", "");
  }

  private static String known(Workspace workspace, String key, String otherwise) {
    String text = workspace.text(key);
    return text.startsWith("!") ? otherwise : text;
  }
}
