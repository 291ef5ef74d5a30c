package org.kartoteka.ui.internal.audit;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kartoteka.platform.api.audit.AuditAct;
import org.kartoteka.platform.api.audit.AuditEntry;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.internal.record.Colleagues;
import org.kartoteka.ui.internal.record.Words;

/** Entries of the audit log in the user's language. */
final class AuditWords {

  static final List<String> RECORD_TYPES =
      List.of("party", "person", "note", "register", "user", "role", "export", "feature", "backup");

  /** Records that are called by a code, and with what the keys of their words begin. */
  private static final Map<String, String> CODED =
      Map.of("retention-rule", "privacy.retention.", "role", "role.");

  private final Workspace workspace;
  private final Colleagues colleagues;

  AuditWords(Workspace workspace, Colleagues colleagues) {
    this.workspace = workspace;
    this.colleagues = colleagues;
  }

  String act(AuditAct act) {
    return workspace.text("audit.act." + act.name());
  }

  String recordType(String type) {
    return known(type, "record." + type);
  }

  /** The kind of record and what it was called; what is called by a code, in words. */
  String record(AuditEntry entry) {
    RecordRef record = entry.record();
    String label =
        CODED.containsKey(record.type())
            ? known(record.label(), CODED.get(record.type()) + record.id())
            : record.label();
    return recordType(entry.record().type()) + (label.isBlank() ? "" : ": " + label);
  }

  String details(AuditEntry entry) {
    return entry.details().stream()
        .map(change -> detail(entry, change))
        .collect(Collectors.joining("; "));
  }

  String detail(AuditEntry entry, FieldChange change) {
    String title =
        known(
            change.field(),
            "audit.field." + change.field(),
            entry.record().type() + "." + change.field());
    if (change.before() == null && change.after() == null) {
      return title;
    }
    Words values = new Words(entry.record().type(), workspace, colleagues);
    return title
        + ": "
        + (change.before() == null ? "" : values.value(change.field(), change.before()) + " → ")
        + (change.after() == null
            ? workspace.text("ui.value.none")
            : values.value(change.field(), change.after()));
  }

  private String known(String otherwise, String... keys) {
    for (String key : keys) {
      String text = workspace.text(key);
      if (!text.startsWith("!")) {
        return text;
      }
    }
    return otherwise;
  }
}
