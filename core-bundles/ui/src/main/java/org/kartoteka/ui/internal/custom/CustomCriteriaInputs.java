package org.kartoteka.ui.internal.custom;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.kartoteka.core.api.custom.CustomFieldOption;
import org.kartoteka.core.api.custom.CustomFieldView;
import org.kartoteka.ui.api.AddressState;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.DateField;
import org.kartoteka.ui.api.component.RecordForm;

/** The criteria of custom fields in the filter of a list. */
public final class CustomCriteriaInputs {

  private final RecordForm form;
  private final Workspace workspace;
  private final AddressState before;
  private final Map<String, Supplier<Collection<String>>> values = new LinkedHashMap<>();

  private CustomCriteriaInputs(RecordForm form, Workspace workspace, AddressState before) {
    this.form = form;
    this.workspace = workspace;
    this.before = before;
  }

  /**
   * Adds a group with the criteria of these fields to the form; nothing when there are none.
   *
   * @param before the criteria as the address has them
   * @return what reads the criteria, by their names in the address
   */
  public static Map<String, Supplier<Collection<String>>> in(
      RecordForm form, Workspace workspace, List<CustomFieldView> fields, AddressState before) {
    CustomCriteriaInputs inputs = new CustomCriteriaInputs(form, workspace, before);
    if (!fields.isEmpty()) {
      form.group("custom.group");
      fields.forEach(inputs::add);
    }
    return inputs.values;
  }

  private void add(CustomFieldView field) {
    String path = field.path();
    String title = field.label(workspace.formats().locale());
    switch (field.type()) {
      case TEXT, LINK -> {
        TextField part = place(path + ".contains", title, new TextField());
        part.setValue(
            before.first(path + ".contains") == null ? "" : before.first(path + ".contains"));
        values.put(path + ".contains", () -> one(part.getValue().strip()));
      }
      case NUMBER ->
          form.row(
              number(path + ".from", title, "ui.filter.from"),
              number(path + ".to", title, "ui.filter.to"));
      case DATE ->
          form.row(
              date(path + ".from", title, "ui.filter.from"),
              date(path + ".to", title, "ui.filter.to"));
      case CHOICE -> choice(field, path, title);
      case YES_NO -> yesNo(path, title);
      default -> throw new IllegalArgumentException(field.type().name());
    }
  }

  private Component number(String name, String title, String endKey) {
    NumberInput field = new NumberInput(workspace);
    field.showPlain(before.first(name));
    values.put(name, () -> one(field.plain()));
    return known(name, title + " " + workspace.text(endKey), field);
  }

  private Component date(String name, String title, String endKey) {
    DateField field = new DateField();
    try {
      field.setValue(before.first(name) == null ? null : LocalDate.parse(before.first(name)));
    } catch (DateTimeParseException foreign) {
      field.setValue(null);
    }
    values.put(name, () -> one(field.getValue() == null ? null : field.getValue().toString()));
    return known(name, title + " " + workspace.text(endKey), field);
  }

  private void choice(CustomFieldView field, String path, String title) {
    MultiSelectComboBox<String> choice = new MultiSelectComboBox<>();
    List<String> codes = field.options().stream().map(CustomFieldOption::code).toList();
    choice.setItems(codes);
    choice.setItemLabelGenerator(code -> field.optionLabel(code, workspace.formats().locale()));
    choice.setClearButtonVisible(true);
    Set<String> chosen =
        before.all(path).stream().filter(codes::contains).collect(Collectors.toSet());
    choice.setValue(chosen);
    place(path, title, choice);
    values.put(path, () -> choice.getValue().stream().sorted().toList());
  }

  private void yesNo(String path, String title) {
    ComboBox<Boolean> yesNo = new ComboBox<>();
    yesNo.setItems(true, false);
    yesNo.setItemLabelGenerator(yes -> workspace.text(yes ? "custom.yes" : "custom.no"));
    yesNo.setClearButtonVisible(true);
    String kept = before.first(path);
    yesNo.setValue(kept == null ? null : Boolean.valueOf(kept));
    place(path, title, yesNo);
    values.put(path, () -> one(yesNo.getValue() == null ? null : yesNo.getValue().toString()));
  }

  private <C extends Component & HasValue<?, ?>> C place(String name, String title, C field) {
    return titled(form.field(name, "custom.group", field), title);
  }

  private <C extends Component & HasValue<?, ?>> C known(String name, String title, C field) {
    return titled(form.known(name, "custom.group", field), title);
  }

  private static <C extends Component> C titled(C field, String title) {
    if (field instanceof HasLabel labelled) {
      labelled.setLabel(title);
    }
    return field;
  }

  private static List<String> one(String text) {
    return text == null || text.isBlank() ? List.of() : List.of(text);
  }
}
