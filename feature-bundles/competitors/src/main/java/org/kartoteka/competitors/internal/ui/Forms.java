package org.kartoteka.competitors.internal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import org.kartoteka.competitors.Competitors;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.AskDialog;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;

/** What the forms of this room have in common. */
final class Forms {

  /** The parties that have the role of a competitor. */
  static final PartyQuery WITH_ROLE =
      new PartyQuery(null, null, null, Competitors.ROLE, null, null, null, null, null);

  private static final String LINES = "6rem";

  private Forms() {}

  /** A field of one line with at most so many characters. */
  static TextField line(int max) {
    TextField field = new TextField();
    field.setMaxLength(max);
    return field;
  }

  /** A field of a decimal number, with the looks of the other fields. */
  static BigDecimalField number(Locale locale) {
    BigDecimalField field = new BigDecimalField();
    field.setLocale(locale);
    field
        .getStyle()
        .set("--vaadin-input-field-background", "var(--kt-surface)")
        .set("--vaadin-input-field-border-width", "1px")
        .set("--vaadin-input-field-border-color", "var(--kt-line-strong)")
        .set("--vaadin-input-field-label-color", "var(--kt-text-muted)");
    return field;
  }

  /** A field of several lines. */
  static TextArea lines() {
    TextArea field = new TextArea();
    field.setMinHeight(LINES);
    return field;
  }

  /** The value of a required field. */
  static <V> V required(String name, V value) {
    if (value == null) {
      throw new InvalidInput(FieldError.of(name, "required"));
    }
    return value;
  }

  /** Opens the form in a panel. */
  static SidePanel open(String id, String title, RecordForm form) {
    form.unchanged();
    SidePanel panel = new SidePanel(title, form);
    panel.setId(id);
    panel.open();
    return panel;
  }

  /** Adds a button that removes the record, after asking. */
  static void removal(
      RecordForm form, Workspace workspace, String id, String what, Runnable remove) {
    place(
        form,
        workspace,
        id,
        () ->
            new AskDialog(
                    id + "-ask",
                    workspace.text("competitors.remove.title", what),
                    workspace.text("competitors.remove.why"),
                    workspace.text("competitors.remove"),
                    remove)
                .open());
  }

  /** Adds a button that removes the record at once; the notice has an undo button. */
  static void removal(
      RecordForm form,
      Workspace workspace,
      String id,
      String what,
      Runnable remove,
      Runnable undo) {
    place(
        form,
        workspace,
        id,
        () -> {
          try {
            remove.run();
            workspace.done(workspace.text("competitors.removed", what), undo);
          } catch (Problem problem) {
            form.show(problem);
          }
        });
  }

  private static void place(RecordForm form, Workspace workspace, String id, Runnable act) {
    Button button = new Button(workspace.text("competitors.remove"), VaadinIcon.TRASH.create());
    button.setId(id);
    button.addThemeVariants(
        ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_SMALL);
    button.addClickListener(event -> act.run());
    form.place(button);
  }
}
