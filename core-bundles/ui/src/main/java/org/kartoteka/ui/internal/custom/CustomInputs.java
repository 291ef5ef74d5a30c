package org.kartoteka.ui.internal.custom;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kartoteka.core.api.custom.CustomFieldOption;
import org.kartoteka.core.api.custom.CustomFieldView;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.DateField;
import org.kartoteka.ui.api.component.RecordForm;

/** The custom fields of a record in its form: the right input for each type. */
public final class CustomInputs {

  private final Workspace workspace;
  private final Map<String, Input> inputs = new LinkedHashMap<>();
  private Map<String, Object> before = Map.of();

  private record Input(Component place, Consumer<Object> show, Supplier<Object> read) {}

  private CustomInputs(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Adds a group with these fields to the form; nothing when there are none. */
  public static CustomInputs in(
      RecordForm form, Workspace workspace, List<CustomFieldView> fields) {
    if (!fields.isEmpty()) {
      form.group("custom.group");
    }
    return new CustomInputs(workspace).add(form, fields);
  }

  /** Adds the inputs of these fields, of which none is shown until {@link #showOnly}. */
  public static CustomInputs hidden(
      RecordForm form, Workspace workspace, List<CustomFieldView> fields) {
    CustomInputs inputs = new CustomInputs(workspace).add(form, fields);
    inputs.showOnly(null);
    return inputs;
  }

  private CustomInputs add(RecordForm form, List<CustomFieldView> fields) {
    fields.forEach(field -> add(form, field));
    return this;
  }

  /** Shows these values. */
  public void show(Map<String, Object> values) {
    before = values;
    inputs.forEach((name, input) -> input.show().accept(values.get(name)));
  }

  /** Shows the input of this field alone; of none for null. */
  public void showOnly(String name) {
    inputs.forEach((field, input) -> input.place().setVisible(field.equals(name)));
  }

  /** The values now; those of fields that are not shown stay. */
  public Map<String, Object> read() {
    Map<String, Object> values = new HashMap<>(before);
    inputs.forEach(
        (name, input) -> {
          Object value = input.read().get();
          if (value == null || value.toString().isBlank()) {
            values.remove(name);
          } else {
            values.put(name, value);
          }
        });
    return values;
  }

  private void add(RecordForm form, CustomFieldView field) {
    switch (field.type()) {
      case TEXT -> {
        TextArea text = new TextArea();
        text.setMinRows(1);
        text.setMaxRows(8);
        place(form, field, text);
        inputs.put(
            field.name(),
            new Input(text, value -> text.setValue(text(value)), () -> text.getValue()));
      }
      case LINK -> {
        TextField text = place(form, field, new TextField());
        inputs.put(
            field.name(),
            new Input(text, value -> text.setValue(text(value)), () -> text.getValue()));
      }
      case NUMBER -> {
        NumberInput number = place(form, field, new NumberInput(workspace));
        inputs.put(
            field.name(), new Input(number, value -> number.showPlain(text(value)), number::plain));
      }
      case DATE -> {
        DateField date = place(form, field, new DateField());
        inputs.put(
            field.name(),
            new Input(
                date,
                value -> date.setValue(date(value)),
                () -> date.getValue() == null ? null : date.getValue().toString()));
      }
      case CHOICE -> {
        ComboBox<String> choice = place(form, field, new ComboBox<String>());
        choice.setItems(field.options().stream().map(CustomFieldOption::code).toList());
        choice.setItemLabelGenerator(code -> field.optionLabel(code, workspace.formats().locale()));
        choice.setClearButtonVisible(true);
        inputs.put(
            field.name(),
            new Input(
                choice,
                value -> choice.setValue(value == null ? null : value.toString()),
                choice::getValue));
      }
      case YES_NO -> {
        ComboBox<Boolean> yesNo = place(form, field, new ComboBox<Boolean>());
        yesNo.setItems(true, false);
        yesNo.setItemLabelGenerator(yes -> workspace.text(yes ? "custom.yes" : "custom.no"));
        yesNo.setClearButtonVisible(true);
        inputs.put(
            field.name(),
            new Input(
                yesNo,
                value -> yesNo.setValue(value instanceof Boolean yes ? yes : null),
                yesNo::getValue));
      }
      default -> throw new IllegalArgumentException(field.type().name());
    }
  }

  private <C extends Component & HasValue<?, ?>> C place(
      RecordForm form, CustomFieldView field, C input) {
    form.field(field.path(), "custom.group", input);
    if (input instanceof HasLabel labelled) {
      labelled.setLabel(field.label(workspace.formats().locale()));
    }
    if (field.required() && input instanceof AbstractField<?, ?> required) {
      required.setRequiredIndicatorVisible(true);
    } else if (field.required()) {
      input.setRequiredIndicatorVisible(true);
    }
    if (input instanceof HasHelper helped) {
      helped.setHelperText(null);
    }
    return input;
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  private static LocalDate date(Object value) {
    try {
      return value == null ? null : LocalDate.parse(value.toString());
    } catch (DateTimeParseException otherForm) {
      return null;
    }
  }
}
