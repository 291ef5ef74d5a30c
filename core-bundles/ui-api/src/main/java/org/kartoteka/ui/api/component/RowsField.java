package org.kartoteka.ui.api.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kartoteka.ui.api.Workspace;

/**
 * A field that holds a list of small records, one row of inputs each, such as phones or addresses.
 * Blank rows are not part of the value.
 */
public class RowsField<T> extends CustomField<List<T>> implements NestedErrors {

  private static final Pattern PATH = Pattern.compile("\\[(\\d+)](?:\\.(.+))?");

  private final String id;
  private final transient Supplier<Row<T>> maker;
  private final transient List<Row<T>> rows = new ArrayList<>();
  private final Div list = new Div();
  private int made;

  /**
   * The inputs of one row.
   *
   * @param <T> what they hold
   */
  public abstract static class Row<T> {
    private final Map<String, Component> inputs = new LinkedHashMap<>();

    /** Adds an input under the name of its part. */
    protected final <C extends Component & HasValue<?, ?>> C input(String name, C input) {
      inputs.put(name, input);
      return input;
    }

    /** Shows a value in the inputs. */
    public abstract void show(T value);

    /** The value of the inputs; null when the row is blank. */
    public abstract T value();
  }

  public RowsField(String id, Supplier<Row<T>> maker) {
    super(List.of());
    this.id = id;
    this.maker = maker;
    setId(id);
    list.addClassName("kt-rows");
    Button more =
        new Button(
            Workspace.current().text("ui.form.add-row"),
            VaadinIcon.PLUS.create(),
            event -> begin());
    more.setId(id + "-add");
    more.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    add(list, more);
  }

  /** Adds a blank row, ready to be typed into. */
  private void begin() {
    append(null).inputs.values().stream()
        .filter(Focusable.class::isInstance)
        .findFirst()
        .ifPresent(input -> ((Focusable<?>) input).focus());
  }

  private Row<T> append(T value) {
    Row<T> row = maker.get();
    int index = made++;
    rows.add(row);
    Div line = new Div();
    line.addClassName("kt-form-row");
    row.inputs.forEach(
        (name, input) -> {
          input.setId(id + "-" + index + "-" + name);
          ((HasValue<?, ?>) input).addValueChangeListener(event -> updateValue());
          line.add(input);
        });
    Button remove = new Button(VaadinIcon.CLOSE_SMALL.create());
    remove.addThemeVariants(
        ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
    remove.addClassName("kt-row-remove");
    remove.setId(id + "-" + index + "-remove");
    remove.setAriaLabel(Workspace.current().text("ui.form.remove-row"));
    remove.addClickListener(
        event -> {
          rows.remove(row);
          list.remove(line);
          updateValue();
        });
    line.add(remove);
    list.add(line);
    if (value != null) {
      row.show(value);
    }
    return row;
  }

  @Override
  protected List<T> generateModelValue() {
    List<T> values = new ArrayList<>();
    for (Row<T> row : rows) {
      T value = row.value();
      if (value != null) {
        values.add(value);
      }
    }
    return List.copyOf(values);
  }

  @Override
  protected void setPresentationValue(List<T> values) {
    rows.clear();
    made = 0;
    list.removeAll();
    values.forEach(this::append);
  }

  /** Lets nobody write into it while it is read only. */
  @Override
  public void setReadOnly(boolean readOnly) {
    super.setReadOnly(readOnly);
    setEnabled(!readOnly);
  }

  @Override
  public boolean showError(String path, String text) {
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches()) {
      return false;
    }
    List<Row<T>> filled = rows.stream().filter(row -> row.value() != null).toList();
    int index = Integer.parseInt(matcher.group(1));
    if (index >= filled.size()) {
      return false;
    }
    Map<String, Component> inputs = filled.get(index).inputs;
    Component input = matcher.group(2) == null ? null : inputs.get(matcher.group(2));
    if (input == null) {
      input = inputs.values().stream().reduce((first, last) -> last).orElse(null);
    }
    if (input instanceof HasValidation field) {
      field.setErrorMessage(text);
      field.setInvalid(true);
      return true;
    }
    return false;
  }

  @Override
  public void clearErrors() {
    rows.forEach(
        row ->
            row.inputs
                .values()
                .forEach(
                    input -> {
                      if (input instanceof HasValidation field) {
                        field.setInvalid(false);
                      }
                    }));
  }
}
