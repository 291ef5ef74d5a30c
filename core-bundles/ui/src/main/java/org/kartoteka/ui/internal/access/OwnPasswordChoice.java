package org.kartoteka.ui.internal.access;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.function.Consumer;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.ui.api.component.LocalFormats;

/** Asks for a password of one's own instead of the temporary one. */
public final class OwnPasswordChoice extends Div {

  private final transient Consumer<String> chosen;
  private final transient LocalFormats.Translation texts;
  private final PasswordField next = new PasswordField();
  private final PasswordField again = new PasswordField();

  /**
   * The question.
   *
   * @param chosen takes the password; refuses a weak one with {@link InvalidInput}
   */
  public OwnPasswordChoice(Consumer<String> chosen, LocalFormats.Translation texts) {
    this.chosen = chosen;
    this.texts = texts;
    setId("own-password-choice");
    prepare(next, "own-password-next", "ui.own.password.next");
    prepare(again, "own-password-again", "ui.own.password.again");
    Button keep = new Button(texts.text("ui.own.password"), event -> choose());
    keep.setId("own-password-choose");
    keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    keep.setWidthFull();
    keep.addClickShortcut(Key.ENTER).listenOn(this).resetFocusOnActiveElement();
    add(new Paragraph(texts.text("ui.own.password.demanded")), next, again, keep);
    next.focus();
  }

  private void prepare(PasswordField field, String id, String label) {
    field.setId(id);
    field.setLabel(texts.text(label));
    field.setAutocomplete(Autocomplete.NEW_PASSWORD);
    field.setManualValidation(true);
    field.setWidthFull();
  }

  private void choose() {
    next.setInvalid(false);
    again.setInvalid(false);
    if (!next.getValue().equals(again.getValue())) {
      refuse(again, texts.text("ui.own.password.different"));
      return;
    }
    try {
      chosen.accept(next.getValue());
    } catch (InvalidInput weak) {
      FieldError why = weak.errors().get(0);
      refuse(next, texts.text(why.key(), why.arguments().toArray()));
    }
  }

  private static void refuse(PasswordField field, String why) {
    field.setErrorMessage(why);
    field.setInvalid(true);
    field.focus();
  }
}
