package org.kartoteka.ui.api.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.platform.api.problem.ProofNeeded;
import org.kartoteka.ui.api.Workspace;

/**
 * The frame of a form: labels on top, one column, groups by meaning; the errors of {@link
 * InvalidInput} stand at the fields with the same JSON names; Ctrl+Enter saves, Esc asks before
 * anything is lost.
 */
public class RecordForm extends Div {

  private final String id;
  private final Map<String, Component> fields = new LinkedHashMap<>();
  private final Div summary = new Div();
  private final Div body = new Div();
  private final Div buttons = new Div();
  private final Button save;
  private final Button cancel;
  private Div group;
  private boolean changed;
  private transient Runnable saving = () -> {};
  private transient Runnable leaving = () -> {};

  public RecordForm(String id) {
    this.id = id;
    setId(id);
    addClassName("kt-form");
    getElement().setAttribute("data-input", "form");
    UnsavedInput.watch(this, this::isChanged);
    getElement()
        .addEventListener("input", event -> changed(true))
        .setFilter("event.isTrusted && !('typed' in element.dataset)");
    Workspace workspace = Workspace.current();
    summary.setId(id + "-problem");
    summary.setVisible(false);
    body.addClassName("kt-form-body");
    save = new Button(workspace.text("ui.form.save"), event -> save());
    save.setId(id + "-save");
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    save.setTooltipText("Ctrl+Enter");
    save.setDisableOnClick(false);
    cancel = new Button(workspace.text("ui.form.cancel"), event -> cancel());
    cancel.setId(id + "-cancel");
    buttons.addClassName("kt-form-actions");
    buttons.add(cancel, save);
    add(summary, body, buttons);
    group = body;
    Shortcuts.addShortcutListener(this, this::save, Key.ENTER, KeyModifier.CONTROL)
        .listenOn(this)
        .resetFocusOnActiveElement();
  }

  /** Begins a group of fields. */
  public Div group(String titleKey) {
    group = new Div();
    group.addClassName("kt-form-group");
    group.getElement().setAttribute("role", "group");
    H3 title = new H3(Workspace.current().text(titleKey));
    title.setId(id + "-" + titleKey.replace('.', '-'));
    group.getElement().setAttribute("aria-labelledby", title.getId().orElse(""));
    group.add(title);
    body.add(group);
    return group;
  }

  /** Adds a field under its JSON name. */
  public <C extends Component & HasValue<?, ?>> C field(String name, String titleKey, C field) {
    known(name, titleKey, field);
    group.add(field);
    return field;
  }

  /** Adds fields that stand side by side; each must be {@link #known} already. */
  public void row(Component... side) {
    Div row = new Div(side);
    row.addClassName("kt-form-row");
    group.add(row);
  }

  /** Takes note of a field without placing it. */
  public <C extends Component & HasValue<?, ?>> C known(String name, String titleKey, C field) {
    fields.put(name, field);
    field.setId(id + "-" + name.replace('.', '-'));
    if (field instanceof HasLabel labelled) {
      labelled.setLabel(Workspace.current().text(titleKey));
    }
    field.addValueChangeListener(
        event -> {
          changed(changed || event.isFromClient() || field instanceof RowsField<?>);
          if (field instanceof HasValidation validated && validated.isInvalid()) {
            validated.setInvalid(false);
          }
        });
    return field;
  }

  /** Adds something that is no field. */
  public void place(Component component) {
    group.add(component);
  }

  /** What saving does; it may throw a problem, which the form shows. */
  public void onSave(Runnable action) {
    saving = action;
  }

  /** What leaving without saving does; called after the person has agreed to lose changes. */
  public void onLeave(Runnable action) {
    leaving = action;
  }

  /** Whether something was changed since the form was filled. */
  public boolean isChanged() {
    return changed;
  }

  private void changed(boolean now) {
    changed = now;
    getElement().setAttribute("data-unsaved", now);
  }

  /** Something was put into a field otherwise than by typing. */
  protected void touch() {
    changed(true);
  }

  /** The form shows what is saved: nothing is changed now. */
  public void unchanged() {
    changed(false);
    getElement().executeJs("delete this.dataset.typed");
    clearErrors();
  }

  /** The button that saves, to name it otherwise. */
  public Button saveButton() {
    return save;
  }

  /** The buttons at the end, to place them elsewhere, such as in the footer of a dialog. */
  public Component takeButtons() {
    buttons.removeFromParent();
    return buttons;
  }

  /** Puts the keyboard into the first field. */
  public void focus() {
    fields.values().stream()
        .filter(field -> field instanceof Focusable<?> && field.isVisible())
        .findFirst()
        .ifPresent(field -> ((Focusable<?>) field).focus());
  }

  /** Saves and shows what goes wrong. */
  public void save() {
    clearErrors();
    try {
      saving.run();
    } catch (ProofNeeded old) {
      Workspace.current().prove(this::save);
    } catch (Problem problem) {
      show(problem);
    }
  }

  /** Leaves; asks first when something would be lost. */
  public void cancel() {
    if (!changed) {
      leaving.run();
      return;
    }
    AskDialog.lose(
            () -> {
              changed(false);
              leaving.run();
            })
        .open();
  }

  /** Shows what is wrong at the fields concerned, the rest above them. */
  public void show(Problem problem) {
    if (!(problem instanceof InvalidInput invalid)) {
      summarize(ErrorBox.saying(ProblemText.of(problem)));
      return;
    }
    List<FieldError> elsewhere = new ArrayList<>();
    Component first = null;
    for (FieldError error : invalid.errors()) {
      Component shown = showAtField(error);
      if (shown == null) {
        elsewhere.add(error);
      } else if (first == null) {
        first = shown;
      }
    }
    if (!elsewhere.isEmpty()) {
      summarize(ErrorBox.saying(ProblemText.withNames(elsewhere)));
    }
    if (first != null) {
      first.scrollIntoView();
      if (first instanceof Focusable<?> field) {
        field.focus();
      }
    }
  }

  private void summarize(ErrorBox box) {
    summary.removeAll();
    summary.add(box);
    summary.setVisible(true);
    summary.scrollIntoView();
  }

  private Component showAtField(FieldError error) {
    String text = ProblemText.of(error);
    Component exact = fields.get(error.field());
    if (exact instanceof HasValidation field) {
      field.setErrorMessage(text);
      field.setInvalid(true);
      return exact;
    }
    for (Map.Entry<String, Component> entry : fields.entrySet()) {
      if (entry.getValue() instanceof NestedErrors nested
          && error.field().startsWith(entry.getKey())
          && nested.showError(error.field().substring(entry.getKey().length()), text)) {
        return entry.getValue();
      }
    }
    return null;
  }

  private void clearErrors() {
    summary.setVisible(false);
    summary.removeAll();
    fields
        .values()
        .forEach(
            field -> {
              if (field instanceof HasValidation validated) {
                validated.setInvalid(false);
              }
              if (field instanceof NestedErrors nested) {
                nested.clearErrors();
              }
            });
  }
}
