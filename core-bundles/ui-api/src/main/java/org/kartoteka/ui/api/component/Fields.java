package org.kartoteka.ui.api.component;

import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/** Fields that look and behave alike in all forms. */
public final class Fields {

  private static final String LINES = "6rem";

  private Fields() {}

  /** A field of one line with at most so many characters. */
  public static TextField line(int max) {
    TextField field = new TextField();
    field.setMaxLength(max);
    return field;
  }

  /** A field of a decimal number, with the looks of the other fields. */
  public static BigDecimalField number(Locale locale) {
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
  public static TextArea lines() {
    TextArea field = new TextArea();
    field.setMinHeight(LINES);
    return field;
  }

  /** The value of a required field. */
  public static <V> V required(String name, V value) {
    if (value == null) {
      throw new InvalidInput(FieldError.of(name, "required"));
    }
    return value;
  }

  /** The text of a field; null when it is blank. */
  public static String text(TextField field) {
    return blankToNull(field.getValue());
  }

  /** The text of a field; null when it is blank. */
  public static String text(TextArea field) {
    return blankToNull(field.getValue());
  }

  /** The text to show in a field; empty for null. */
  public static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
