package org.kartoteka.ui.internal.note;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import org.kartoteka.ui.api.Workspace;

/** Buttons that format what is selected in the text of a note. */
final class NoteTools extends Div {

  private static final String WRAP =
      """
      const field = $0.inputElement;
      const from = field.selectionStart;
      const to = field.selectionEnd;
      const chosen = field.value.substring(from, to);
      const text = $3
        ? (chosen || '').split('\\n').map(line => $1 + line).join('\\n')
        : $1 + chosen + $2;
      field.setRangeText(text, from, to, 'end');
      if (!chosen && !$3) {
        field.selectionStart = field.selectionEnd = from + $1.length;
      }
      field.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
      field.dispatchEvent(new Event('change', {bubbles: true, composed: true}));
      field.focus();
      """;

  private final TextArea text;
  private final transient Workspace workspace;

  NoteTools(TextArea text, Workspace workspace) {
    this.text = text;
    this.workspace = workspace;
    addClassName("kt-note-tools");
    getElement().setAttribute("role", "toolbar");
    getElement().setAttribute("aria-label", workspace.text("ui.note.format"));
    tool("bold", VaadinIcon.BOLD, "**", "**", false);
    tool("italic", VaadinIcon.ITALIC, "*", "*", false);
    tool("list", VaadinIcon.LIST_UL, "- ", "", true);
    tool("link", VaadinIcon.LINK, "[", "](https://)", false);
  }

  private void tool(String name, VaadinIcon icon, String before, String after, boolean lines) {
    Button button = new Button(icon.create());
    button.setId(text.getId().orElse("note") + "-" + name);
    button.addThemeVariants(
        ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
    button.setAriaLabel(workspace.text("ui.note.format." + name));
    button.setTooltipText(workspace.text("ui.note.format." + name));
    button
        .getElement()
        .executeJs(
            "this.addEventListener('click', () => {" + WRAP + "})",
            text.getElement(),
            before,
            after,
            lines);
    add(button);
  }
}
