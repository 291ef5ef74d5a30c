package org.kartoteka.ui.api.component;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.ui.api.Workspace;

/** Removes the record of a form. */
public class RemoveButton extends Button {

  private RemoveButton(Workspace workspace, String id, Runnable act) {
    super(workspace.text("ui.remove"), VaadinIcon.TRASH.create());
    setId(id);
    addThemeVariants(
        ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_SMALL);
    addClickListener(event -> act.run());
  }

  /** Asks before it removes what is called so. */
  public static RemoveButton asking(Workspace workspace, String id, String what, Runnable remove) {
    return new RemoveButton(
        workspace,
        id,
        () ->
            new AskDialog(
                    id + "-ask",
                    workspace.text("ui.remove.title", what),
                    workspace.text("ui.remove.why"),
                    workspace.text("ui.remove"),
                    remove)
                .open());
  }

  /** Removes at once what is called so; the notice has an undo button. */
  public static RemoveButton undoable(
      RecordForm form,
      Workspace workspace,
      String id,
      String what,
      Runnable remove,
      Runnable undo) {
    return new RemoveButton(
        workspace,
        id,
        () -> {
          try {
            remove.run();
            workspace.done(workspace.text("ui.removed", what), undo);
          } catch (Problem problem) {
            form.show(problem);
          }
        });
  }
}
