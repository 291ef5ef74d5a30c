package org.kartoteka.ui.internal.custom;

import com.vaadin.flow.component.textfield.TextField;
import java.text.DecimalFormatSymbols;
import org.kartoteka.ui.api.Workspace;

/** A decimal number as people write it in their language; its value for programs has a point. */
public final class NumberInput extends TextField {

  private final String sign;

  public NumberInput(Workspace workspace) {
    sign =
        String.valueOf(
            DecimalFormatSymbols.getInstance(workspace.formats().locale()).getDecimalSeparator());
    getElement().setAttribute("inputmode", "decimal");
  }

  /** Shows a number. */
  public void showPlain(String plain) {
    setValue(plain == null ? "" : plain.replace(".", sign));
  }

  /** The number with a point; what is no number as it was written, null when nothing was. */
  public String plain() {
    String written = getValue().strip();
    if (written.isEmpty()) {
      return null;
    }
    String plain = written.replace(sign, ".");
    return plain.matches("-?\\d+(\\.\\d+)?") ? plain : written;
  }
}
