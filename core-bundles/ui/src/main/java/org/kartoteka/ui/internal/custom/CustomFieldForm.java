package org.kartoteka.ui.internal.custom;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kartoteka.core.api.custom.CustomFieldData;
import org.kartoteka.core.api.custom.CustomFieldOption;
import org.kartoteka.core.api.custom.CustomFieldType;
import org.kartoteka.core.api.custom.CustomFieldView;
import org.kartoteka.core.api.custom.CustomFields;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.RowsField;
import org.kartoteka.ui.api.component.SidePanel;

/** A custom field's form. */
final class CustomFieldForm extends RecordForm {

  private final transient Workspace workspace;
  private final RadioButtonGroup<String> recordType = new RadioButtonGroup<>();
  private final transient Map<String, TextField> labels = new LinkedHashMap<>();
  private final TextField name = new TextField();
  private final ComboBox<CustomFieldType> type = new ComboBox<>();
  private final RowsField<CustomFieldOption> options;
  private final Checkbox required = new Checkbox();
  private final IntegerField position = new IntegerField();
  private boolean archived;
  private boolean named;

  private CustomFieldForm(Workspace workspace) {
    super("custom-form");
    this.workspace = workspace;
    recordType.setItems("party", "person");
    recordType.setItemLabelGenerator(one -> workspace.text("custom-field.recordType." + one));
    field("recordType", "custom-field.recordType", recordType);
    String own = workspace.formats().locale().getLanguage();
    labels.put(own, label(own));
    Messages.LANGUAGES.stream()
        .map(Locale::getLanguage)
        .filter(language -> !language.equals(own))
        .forEach(language -> labels.put(language, label(language)));
    labels.get(own).setRequiredIndicatorVisible(true);
    labels.get(own).setValueChangeMode(ValueChangeMode.EAGER);
    labels.get(own).addValueChangeListener(event -> propose(event.getValue()));
    field("name", "custom-field.name", name);
    name.setRequiredIndicatorVisible(true);
    name.setHelperText(workspace.text("ui.custom.name.helper"));
    name.addValueChangeListener(event -> named = named || event.isFromClient());
    type.setItems(CustomFieldType.values());
    type.setItemLabelGenerator(one -> workspace.text("custom-field.type." + one.name()));
    field("type", "custom-field.type", type);
    type.setRequiredIndicatorVisible(true);
    options = new RowsField<>("custom-form-options", () -> new OptionRow(workspace, own));
    field("options", "custom-field.options", options);
    type.addValueChangeListener(
        event -> options.setVisible(event.getValue() == CustomFieldType.CHOICE));
    field("required", "custom-field.required", required);
    field("position", "custom-field.position", position);
    position.setHelperText(workspace.text("ui.custom.position.helper"));
  }

  private TextField label(String language) {
    String key = language.equals(workspace.formats().locale().getLanguage()) ? "labels" : null;
    TextField field = new TextField();
    field(key == null ? "labels." + language : key, "custom-field.label", field);
    field.setLabel(
        workspace.text("custom-field.label")
            + " ("
            + new Locale(language).getDisplayLanguage(workspace.formats().locale())
            + ")");
    return field;
  }

  /** A name for programs, made of the label as long as nobody wrote one. */
  private void propose(String label) {
    if (named || name.isReadOnly()) {
      return;
    }
    name.setValue(ProgramName.of(label).replaceFirst("^[0-9_]+", ""));
  }

  private void show(CustomFieldData data) {
    archived = data.archived();
    recordType.setValue(data.recordType());
    data.labels()
        .forEach(
            (language, label) -> {
              if (labels.containsKey(language)) {
                labels.get(language).setValue(label);
              }
            });
    name.setValue(data.name() == null ? "" : data.name());
    type.setValue(data.type());
    options.setVisible(data.type() == CustomFieldType.CHOICE);
    options.setValue(data.options());
    required.setValue(data.required());
    position.setValue(data.position());
    unchanged();
  }

  private CustomFieldData read() {
    Map<String, String> texts = new LinkedHashMap<>();
    labels.forEach(
        (language, field) -> {
          if (!field.getValue().isBlank()) {
            texts.put(language, field.getValue().strip());
          }
        });
    boolean choice = type.getValue() == CustomFieldType.CHOICE;
    return new CustomFieldData(
        recordType.getValue(),
        name.getValue().strip(),
        texts,
        type.getValue(),
        choice ? options.getValue() : List.of(),
        required.getValue(),
        position.getValue() == null ? 0 : position.getValue(),
        archived);
  }

  /** Defines a field. */
  static void define(CustomFields fields, Workspace workspace, Runnable saved) {
    CustomFieldForm form = new CustomFieldForm(workspace);
    int last = fields.all().stream().mapToInt(CustomFieldView::position).max().orElse(0);
    form.show(
        new CustomFieldData(
            "party", null, null, CustomFieldType.TEXT, null, false, last + 10, false));
    SidePanel panel = new SidePanel(workspace.text("ui.custom.new"), form);
    panel.setId("custom-panel");
    form.onSave(
        () -> {
          CustomFieldView field = fields.define(form.read());
          form.unchanged();
          panel.close();
          saved.run();
          workspace.done(
              workspace.text("ui.custom.saved", field.label(workspace.formats().locale())));
        });
    panel.open();
  }

  /** Changes a field. */
  static void change(
      CustomFields fields, Workspace workspace, CustomFieldView field, Runnable saved) {
    CustomFieldForm form = new CustomFieldForm(workspace);
    form.named = true;
    form.show(field.data());
    form.recordType.setReadOnly(true);
    form.name.setReadOnly(true);
    form.type.setReadOnly(true);
    SidePanel panel = new SidePanel(field.label(workspace.formats().locale()), form);
    panel.setId("custom-panel");
    form.onSave(
        () -> {
          CustomFieldView now =
              fields.change(field.id(), ExpectedRevision.of(field.revision()), form.read());
          form.unchanged();
          panel.close();
          saved.run();
          workspace.done(
              workspace.text("ui.custom.saved", now.label(workspace.formats().locale())));
        });
    panel.open();
  }

  /** An option: its code and its label in the language of whoever defines it. */
  private static final class OptionRow extends RowsField.Row<CustomFieldOption> {

    private final transient Workspace workspace;
    private final String language;
    private final TextField code;
    private final TextField label;
    private transient Map<String, String> others = Map.of();

    OptionRow(Workspace workspace, String language) {
      this.workspace = workspace;
      this.language = language;
      label = input("labels", text("custom-field.option.label"));
      code = input("code", text("custom-field.option.code"));
    }

    private TextField text(String key) {
      TextField field = new TextField();
      field.setPlaceholder(workspace.text(key));
      field.setAriaLabel(workspace.text(key));
      return field;
    }

    @Override
    public void show(CustomFieldOption shown) {
      others = shown.labels();
      code.setValue(shown.code() == null ? "" : shown.code());
      String own = shown.labels().get(language);
      label.setValue(own == null ? "" : own);
    }

    @Override
    public CustomFieldOption value() {
      if (code.getValue().isBlank() && label.getValue().isBlank()) {
        return null;
      }
      Map<String, String> labels = new LinkedHashMap<>(others);
      labels.remove(language);
      if (!label.getValue().isBlank()) {
        labels.put(language, label.getValue().strip());
      }
      return new CustomFieldOption(
          code.getValue().isBlank()
              ? ProgramName.of(label.getValue()).toUpperCase(Locale.ROOT)
              : code.getValue().strip(),
          labels);
    }
  }
}
