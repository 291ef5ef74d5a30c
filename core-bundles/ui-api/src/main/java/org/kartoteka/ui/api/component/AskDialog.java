package org.kartoteka.ui.api.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.platform.api.problem.ProofNeeded;
import org.kartoteka.ui.api.Workspace;

/** Asks before something that cannot be undone, or is done to many at once. */
public class AskDialog extends Dialog {

  private final Button yes = new Button();
  private final Workspace workspace = Workspace.current();

  /**
   * A question.
   *
   * @param id the test id
   * @param title what is about to happen, naming the thing
   * @param explanation what it means, with the number of records
   * @param verb what the button says, such as "Remove"
   * @param act what happens then; a problem is shown as a notice
   */
  public AskDialog(String id, String title, String explanation, String verb, Runnable act) {
    setId(id);
    setHeaderTitle(title);
    setWidth("28rem");
    setMaxWidth("100%");
    Paragraph text = new Paragraph(explanation);
    text.getStyle().set("white-space", "pre-line");
    add(text);
    Button no = new Button(workspace.text("ui.form.cancel"), event -> close());
    no.setId(id + "-no");
    yes.setText(verb);
    yes.setId(id + "-yes");
    yes.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
    yes.addClickListener(event -> act(act));
    getFooter().add(no, yes);
  }

  private void act(Runnable act) {
    close();
    try {
      act.run();
    } catch (ProofNeeded old) {
      workspace.prove(act);
    } catch (Problem problem) {
      workspace.problem(problem);
    }
  }

  /** What happens can be undone: the button does not warn. */
  public AskDialog undoable() {
    yes.removeThemeVariants(ButtonVariant.LUMO_ERROR);
    return this;
  }

  /** The button works only after this word was typed. */
  public AskDialog typed(String word) {
    TextField field = new TextField(workspace.text("ui.ask.type", word));
    field.setId(getId().orElse("ask") + "-word");
    field.setWidthFull();
    field.setValueChangeMode(ValueChangeMode.EAGER);
    field.addValueChangeListener(
        event -> yes.setEnabled(word.strip().equalsIgnoreCase(event.getValue().strip())));
    yes.setEnabled(false);
    add(field);
    return this;
  }

  /** Asks whether unsaved changes may be lost. */
  public static AskDialog lose(Runnable act) {
    Workspace workspace = Workspace.current();
    return new AskDialog(
        "unsaved-dialog",
        workspace.text("ui.unsaved.title"),
        workspace.text("ui.unsaved.explanation"),
        workspace.text("ui.unsaved.leave"),
        act);
  }
}
