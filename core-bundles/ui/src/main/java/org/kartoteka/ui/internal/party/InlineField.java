package org.kartoteka.ui.internal.party;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.ProblemText;

/** A value that is edited where it stands: click, change, Enter; Esc leaves it as it was. */
final class InlineField<V, F extends Component & HasValue<?, V>> extends Div {

  private final String id;
  private final transient Workspace workspace;
  private final String shown;
  private final String label;
  private final transient Supplier<F> field;
  private final transient V value;
  private final transient Consumer<V> save;

  InlineField(
      String id,
      Workspace workspace,
      String label,
      String shown,
      V value,
      Supplier<F> field,
      Consumer<V> save) {
    this.id = id;
    this.workspace = workspace;
    this.label = label;
    this.shown = shown;
    this.value = value;
    this.field = field;
    this.save = save;
    addClassName("kt-inline");
    // What closes a list of choices first does not come here.
    getElement().addEventListener("keydown", event -> back()).setFilter("event.key === 'Escape'");
    rest();
  }

  private NativeButton rest() {
    removeAll();
    boolean empty = shown == null || shown.isBlank();
    String text = empty ? workspace.text("ui.inline.add") : shown;
    NativeButton button = new NativeButton(text);
    button.setId(id);
    button.addClassName("kt-inline-edit");
    button.setClassName("kt-muted", empty);
    button.setAriaLabel(workspace.text("ui.inline.edit", label, text));
    button.addClickListener(event -> edit());
    add(button);
    return button;
  }

  /** The keyboard stays where the field was. */
  private void back() {
    rest().focus();
  }

  private void edit() {
    removeAll();
    F input = field.get();
    input.setId(id + "-input");
    if (value != null) {
      input.setValue(value);
    }
    input.getElement().setProperty("accessibleName", label);
    Button keep = new Button(VaadinIcon.CHECK.create(), event -> save(input));
    keep.setId(id + "-save");
    keep.setAriaLabel(workspace.text("ui.form.save"));
    keep.addThemeVariants(
        ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
    Button leave = new Button(VaadinIcon.CLOSE_SMALL.create(), event -> back());
    leave.setId(id + "-cancel");
    leave.setAriaLabel(workspace.text("ui.form.cancel"));
    leave.addThemeVariants(
        ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
    input
        .getElement()
        .addEventListener("keyup", event -> save(input))
        .setFilter("event.key === 'Enter' && !element.opened");
    add(input, keep, leave);
    if (input instanceof Focusable<?> focusable) {
      focusable.focus();
    }
  }

  private void save(F input) {
    try {
      save.accept(input.getValue());
    } catch (Problem problem) {
      if (input instanceof HasValidation validated) {
        validated.setErrorMessage(ProblemText.of(problem));
        validated.setInvalid(true);
      } else {
        workspace.problem(problem);
      }
    }
  }
}
