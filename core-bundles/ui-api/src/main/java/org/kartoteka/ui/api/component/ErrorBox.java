package org.kartoteka.ui.api.component;

import com.vaadin.flow.component.html.Div;
import org.kartoteka.ui.api.Workspace;

/** Says in place what did not work. */
public class ErrorBox extends Div {

  public ErrorBox(Throwable failure) {
    this(ProblemText.of(failure));
  }

  private ErrorBox(String text) {
    addClassName("kt-error-box");
    getElement().setAttribute("role", "alert");
    getStyle().set("white-space", "pre-line");
    setText(text);
  }

  /** A box with the text of a key. */
  public static ErrorBox of(String key, Object... arguments) {
    return new ErrorBox(Workspace.current().text(key, arguments));
  }

  /** A box with a text that is already in the person's language. */
  public static ErrorBox saying(String text) {
    return new ErrorBox(text);
  }
}
