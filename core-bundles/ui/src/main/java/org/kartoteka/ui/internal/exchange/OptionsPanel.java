package org.kartoteka.ui.internal.exchange;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.LinkedHashSet;
import java.util.List;
import org.kartoteka.platform.api.exchange.ImportOptions;
import org.kartoteka.platform.api.exchange.ImportOptions.Mode;
import org.kartoteka.platform.api.exchange.RecordImporter;
import org.kartoteka.ui.api.Workspace;

/** What is done with rows whose records are there already. */
final class OptionsPanel extends Div {

  private final transient RecordImporter importer;
  private final transient Workspace workspace;
  private final Select<Mode> mode = new Select<>();
  private final MultiSelectComboBox<String> rules = new MultiSelectComboBox<>();
  private final Checkbox refuse = new Checkbox();
  private final Checkbox clear = new Checkbox();
  private final Paragraph meaning = new Paragraph();
  private transient Runnable changed = () -> {};

  OptionsPanel(
      Workspace workspace, ImportWords words, RecordImporter importer, ImportOptions options) {
    this.workspace = workspace;
    this.importer = importer;
    setId("import-options");
    addClassName("kt-import-options");
    setMaxWidth("56rem");
    mode.setId("import-mode");
    mode.setLabel(workspace.text("ui.import.mode"));
    mode.setItems(importer.updates() ? List.of(Mode.values()) : List.of(Mode.CREATE));
    mode.setItemLabelGenerator(one -> workspace.text("ui.import.mode." + one.name()));
    mode.setWidthFull();
    mode.addValueChangeListener(event -> tell());
    rules.setId("import-rules");
    rules.setLabel(workspace.text("ui.import.match"));
    rules.setHelperText(workspace.text("ui.import.match.help"));
    rules.setItems(importer.matchRules());
    rules.setItemLabelGenerator(rule -> words.matchRule(importer.type(), rule));
    rules.setWidthFull();
    rules.setVisible(!importer.matchRules().isEmpty());
    refuse.setId("import-refuse");
    refuse.setLabel(workspace.text("ui.import.refuse-matching"));
    clear.setId("import-clear");
    clear.setLabel(workspace.text("ui.import.clear-blank"));
    clear.addValueChangeListener(event -> tell());
    meaning.setId("import-meaning");
    meaning.addClassName("kt-muted");
    add(new H3(workspace.text("ui.import.options")), mode, rules, refuse, clear, meaning);
    setVisible(importer.updates() || !importer.matchRules().isEmpty());
    show(options);
  }

  /** Shows options. */
  void show(ImportOptions options) {
    mode.setValue(importer.updates() ? options.mode() : Mode.CREATE);
    LinkedHashSet<String> known = new LinkedHashSet<>(options.matchBy());
    known.retainAll(importer.matchRules());
    rules.setValue(known);
    refuse.setValue(options.refuseMatching());
    clear.setValue(options.clearBlank());
    tell();
  }

  /** What is chosen; the rules in the order in which they are offered. */
  ImportOptions value() {
    List<String> chosen =
        importer.matchRules().stream().filter(rules.getValue()::contains).toList();
    return new ImportOptions(
        mode.getValue(),
        refuse.getValue() && !mode.getValue().updates(),
        chosen,
        clear.getValue() && mode.getValue().updates(),
        null);
  }

  /** Tells when another mode is chosen. */
  void onChange(Runnable listener) {
    changed = listener;
  }

  private void tell() {
    if (mode.getValue() == null) {
      return;
    }
    boolean updates = mode.getValue().updates();
    refuse.setVisible(!updates);
    clear.setVisible(updates);
    meaning.setText(
        updates
            ? workspace.text(clear.getValue() ? "ui.import.blank-clears" : "ui.import.blank-leaves")
            : "");
    meaning.setVisible(updates);
    changed.run();
  }
}
