package org.kartoteka.ui.internal.exchange;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kartoteka.platform.api.exchange.ImportPreview;
import org.kartoteka.platform.api.exchange.ImportRowView;
import org.kartoteka.platform.api.exchange.ImportView;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.platform.api.exchange.UndoOutcome;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.StatusPill;

/** What imports are made of, in words. */
final class ImportWords {

  private static final Map<String, String> PAGES = Map.of("party", "parties", "person", "persons");

  private static final String CUSTOM = "custom.";

  private final Workspace workspace;

  ImportWords(Workspace workspace) {
    this.workspace = workspace;
  }

  String type(String type) {
    return known("import." + type, type);
  }

  String field(String type, String name) {
    return name.isEmpty() ? "" : known("import." + type + "." + name, custom(name));
  }

  /** A field that a person defined. */
  private static String custom(String name) {
    return name.startsWith(CUSTOM) ? name.substring(CUSTOM.length()) : name;
  }

  /** What was found out about a file. */
  String detected(ImportPreview preview) {
    int columns = preview.columns().size();
    return switch (preview.format()) {
      case CSV ->
          workspace.text(
              "ui.import.detected", preview.encoding(), delimiter(preview.delimiter()), columns);
      case XLSX -> workspace.text("ui.import.detected.XLSX", preview.sheet(), columns);
      case VCARD -> workspace.text("ui.import.detected.VCARD", preview.encoding(), columns);
      case JSON -> throw new IllegalStateException("JSON is written only");
    };
  }

  /** What a row changes, field by field. */
  List<String> changes(String type, ImportRowView row) {
    return row.changes().stream()
        .map(
            change ->
                field(type, change.field())
                    + ": "
                    + (change.before() == null ? "–" : change.before())
                    + " → "
                    + (change.after() == null ? "–" : change.after()))
        .toList();
  }

  /** Why a record, or some of its fields, was not taken back. */
  List<String> kept(String type, ImportRowView row) {
    return row.kept().stream()
        .map(
            error -> {
              String title = field(type, error.field() == null ? "" : error.field());
              return title.isEmpty() ? error.message() : title + ": " + error.message();
            })
        .toList();
  }

  String matchRule(String type, String rule) {
    return known("import.match." + type + "." + rule, rule);
  }

  private String delimiter(String delimiter) {
    String name =
        switch (delimiter) {
          case "," -> "comma";
          case ";" -> "semicolon";
          case "\t" -> "tab";
          case "|" -> "bar";
          default -> "";
        };
    return name.isEmpty() ? delimiter : workspace.text("ui.import.delimiter." + name);
  }

  /** What happened, or in a trial would happen, to rows. */
  String outcome(RowOutcome.Kind kind, boolean trial) {
    return workspace.text((trial ? "ui.import.trial." : "import.outcome.") + kind.name());
  }

  static StatusPill.Tone tone(RowOutcome.Kind kind) {
    return switch (kind) {
      case CREATED -> StatusPill.Tone.GOOD;
      case UPDATED -> StatusPill.Tone.INFO;
      case SKIPPED -> StatusPill.Tone.NEUTRAL;
      case REFUSED -> StatusPill.Tone.BAD;
    };
  }

  static long number(ImportView view, RowOutcome.Kind kind) {
    return switch (kind) {
      case CREATED -> view.created();
      case UPDATED -> view.updated();
      case SKIPPED -> view.skipped();
      case REFUSED -> view.refused();
    };
  }

  String state(ImportView view) {
    return workspace.text("import.state." + view.state().name());
  }

  static StatusPill.Tone tone(ImportView.State state) {
    return switch (state) {
      case RUNNING -> StatusPill.Tone.INFO;
      case DONE -> StatusPill.Tone.GOOD;
      case CANCELLED -> StatusPill.Tone.WARN;
      case FAILED -> StatusPill.Tone.BAD;
    };
  }

  /** The state, and whether it is a trial. */
  Div pills(ImportView view) {
    Div pills = new Div(new StatusPill(state(view), tone(view.state())));
    pills.addClassName("kt-toolbar");
    if (view.dryRun()) {
      pills.add(new StatusPill(workspace.text("ui.import.trial"), StatusPill.Tone.NEUTRAL));
    }
    return pills;
  }

  /** How far it is. */
  String progress(ImportView view) {
    String done = workspace.formats().number(view.done());
    return view.rows() == null
        ? workspace.text("ui.import.rows", view.done(), done)
        : workspace.text(
            "ui.import.rows-of", view.rows(), done, workspace.formats().number(view.rows()));
  }

  /** Why a row was refused, each field with its title. */
  List<String> reasons(String type, ImportRowView row) {
    return row.errors().stream()
        .map(
            error -> {
              String title = field(type, error.field() == null ? "" : error.field());
              return title.isEmpty() ? error.message() : title + ": " + error.message();
            })
        .toList();
  }

  /** A row as it was read. */
  static String values(ImportRowView row) {
    return row.values() == null
        ? ""
        : row.values().entrySet().stream()
            .filter(value -> !value.getValue().isBlank())
            .map(value -> value.getKey() + ": " + value.getValue())
            .collect(Collectors.joining(" · "));
  }

  /** Where a record of the row is shown; empty when it is gone or has no page of its own. */
  static String address(String type, ImportRowView row) {
    return row.recordId() == null
            || row.undo() == UndoOutcome.Kind.REMOVED
            || !PAGES.containsKey(type)
        ? ""
        : PAGES.get(type) + "/" + row.recordId();
  }

  private String known(String key, String otherwise) {
    String text = workspace.text(key);
    return text.startsWith("!") ? otherwise : text;
  }
}
