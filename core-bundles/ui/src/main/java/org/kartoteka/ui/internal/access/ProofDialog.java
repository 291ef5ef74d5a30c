package org.kartoteka.ui.internal.access;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinRequest;
import org.kartoteka.platform.api.identity.IdentityView;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.RecordForm;

/** Asks for the password once more before a dangerous act, and then does it. */
public final class ProofDialog extends Dialog {

  private final transient AccessServices services;
  private final transient Runnable act;
  private final transient Workspace workspace = Workspace.current();

  public ProofDialog(AccessServices services, Runnable act) {
    this.services = services;
    this.act = act;
    setId("proof-dialog");
    setHeaderTitle(workspace.text("ui.proof.title"));
    setWidth("26rem");
    setMaxWidth("100%");
    setCloseOnOutsideClick(false);
    RecordForm form = new RecordForm("proof");
    Paragraph explanation = new Paragraph(workspace.text("ui.proof.explanation"));
    form.place(explanation);
    PasswordField password = form.field("password", "ui.sign-in.password", new PasswordField());
    password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
    TextField code = form.field("code", "ui.second-factor.code", new TextField());
    code.getElement().setProperty("autocomplete", "one-time-code");
    boolean coded = services.secondFactor().mine().present();
    code.setVisible(coded);
    services
        .identities()
        .mine()
        .filter(IdentityView::redirects)
        .ifPresent(
            known -> {
              password.setVisible(false);
              form.saveButton().setVisible(coded);
              explanation.setText(workspace.text("ui.proof.elsewhere", known.title()));
              form.place(elsewhere(form, known));
            });
    form.saveButton().setText(workspace.text("ui.proof.go-on"));
    form.onSave(() -> prove(form, password.getValue(), code.getValue()));
    form.onLeave(this::close);
    add(form);
    getFooter().add(form.takeButtons());
    addOpenedChangeListener(
        event -> {
          if (event.isOpened()) {
            form.focus();
          } else {
            form.unchanged();
          }
        });
  }

  /** The act itself is lost on the way: the person does it again afterwards. */
  private ProviderButton elsewhere(RecordForm form, IdentityView known) {
    ProviderButton button =
        new ProviderButton(services.redirects(), known.provider(), true, form::show);
    button.setText(workspace.text("ui.sign-in.with", known.title()));
    return button;
  }

  private void prove(RecordForm form, String password, String code) {
    String address = VaadinRequest.getCurrent().getRemoteAddr();
    User proved = services.sessions().prove(password, code, address);
    form.unchanged();
    close();
    services
        .currentUser()
        .runAs(
            proved,
            () -> {
              goOn();
              return null;
            });
  }

  private void goOn() {
    try {
      act.run();
    } catch (Problem problem) {
      workspace.problem(problem);
    }
  }
}
