package org.kartoteka.ui.internal.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.platform.api.problem.ProofNeeded;
import org.kartoteka.platform.api.security.SecondFactor;
import org.kartoteka.platform.api.security.SecondFactorView;
import org.kartoteka.ui.api.Workspace;

/** The own second factor: set up, renewed, removed. */
public final class SecondFactorDialog extends Dialog {

  private final transient SecondFactor secondFactor;
  private final transient Workspace workspace = Workspace.current();
  private final Div place = new Div();

  public SecondFactorDialog(AccessServices services) {
    secondFactor = services.secondFactor();
    setId("second-factor-dialog");
    setHeaderTitle(workspace.text("ui.second-factor.title"));
    setWidth("26rem");
    setMaxWidth("100%");
    add(place);
    Button close = new Button(workspace.text("ui.close"), event -> close());
    close.setId("second-factor-close");
    getFooter().add(close);
    showState();
  }

  private void show(Component... components) {
    place.removeAll();
    place.add(components);
  }

  private void showState() {
    SecondFactorView mine = secondFactor.mine();
    if (!mine.present()) {
      Button setUp = button("second-factor-start", "ui.second-factor.set-up", this::setUp);
      setUp.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
      show(new Paragraph(workspace.text("ui.second-factor.explanation")), setUp);
      return;
    }
    String since = workspace.formats().dateTime(mine.since());
    Button renew = button("second-factor-renew", "ui.second-factor.renew", this::renew);
    Button remove = button("second-factor-remove", "ui.second-factor.remove", this::remove);
    remove.addThemeVariants(ButtonVariant.LUMO_ERROR);
    remove.setVisible(!mine.demanded());
    Div actions = new Div(renew, remove);
    actions.addClassName("kt-toolbar");
    show(
        new Paragraph(workspace.text("ui.second-factor.since", since)),
        new Paragraph(workspace.text("ui.second-factor.left", mine.recoveryCodes())),
        actions);
  }

  private Button button(String id, String key, Runnable act) {
    Button button = new Button(workspace.text(key), event -> proved(act));
    button.setId(id);
    return button;
  }

  private void proved(Runnable act) {
    try {
      act.run();
    } catch (ProofNeeded old) {
      workspace.prove(act);
    } catch (Problem problem) {
      workspace.problem(problem);
    }
  }

  private void setUp() {
    show(
        new SecondFactorSetup(
            secondFactor.propose(), secondFactor::confirm, workspace::text, this::showState));
  }

  private void renew() {
    show(SecondFactorSetup.recoveryCodes(secondFactor.renewRecoveryCodes(), workspace::text));
  }

  private void remove() {
    secondFactor.remove();
    workspace.done(workspace.text("ui.second-factor.removed"));
    showState();
  }
}
