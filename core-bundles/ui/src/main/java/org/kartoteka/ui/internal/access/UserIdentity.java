package org.kartoteka.ui.internal.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import org.kartoteka.platform.api.identity.Identities;
import org.kartoteka.platform.api.identity.IdentityView;
import org.kartoteka.platform.api.identity.ProviderView;
import org.kartoteka.platform.api.security.UserView;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.AskDialog;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;

/** Who says who a user is: a password of ours, or a provider; for administrators. */
final class UserIdentity extends Div {

  private final transient Identities identities;
  private final transient UserView user;
  private final transient Workspace workspace = Workspace.current();

  UserIdentity(Identities identities, UserView user) {
    this.identities = identities;
    this.user = user;
    setId("user-identity");
    fill();
  }

  private void fill() {
    removeAll();
    Optional<IdentityView> known = identities.of(user.id());
    Div line = new Div(new Span(known.map(this::words).orElse(workspace.text("ui.identity.here"))));
    line.addClassName("kt-access-line");
    add(line);
    if (known.isPresent()) {
      line.add(button("release", workspace.text("ui.identity.release"), this::askRelease));
      return;
    }
    for (ProviderView provider : identities.providers()) {
      String text = workspace.text("ui.identity.assign", provider.title());
      line.add(button("assign-" + provider.id(), text, () -> askAssign(provider)));
    }
  }

  private static Button button(String id, String text, Runnable act) {
    Button button = new Button(text, event -> act.run());
    button.setId("user-identity-" + id);
    button.addThemeVariants(ButtonVariant.LUMO_SMALL);
    return button;
  }

  private String words(IdentityView known) {
    return known.since() == null
        ? workspace.text("ui.identity.expected", known.title())
        : workspace.text(
            "ui.identity.known",
            known.title(),
            known.name(),
            workspace.formats().dateTime(known.since()));
  }

  private void askAssign(ProviderView provider) {
    RecordForm form = new RecordForm("user-identity-form");
    form.place(new Paragraph(workspace.text("ui.identity.assign.why", provider.title())));
    TextField subject = form.field("subject", "ui.identity.subject", new TextField());
    SidePanel panel =
        new SidePanel(
            workspace.text("ui.identity.assign.title", user.fullName(), provider.title()), form);
    panel.setId("user-identity-dialog");
    form.onSave(
        () -> {
          identities.assign(user.id(), provider.id(), subject.getValue());
          form.unchanged();
          panel.close();
          workspace.done(workspace.text("ui.identity.assigned", user.fullName(), provider.title()));
          fill();
        });
    panel.open();
  }

  private void askRelease() {
    new AskDialog(
            "user-identity-release-dialog",
            workspace.text("ui.identity.release"),
            workspace.text("ui.identity.release.why", user.fullName()),
            workspace.text("ui.identity.release"),
            () -> {
              identities.release(user.id());
              workspace.done(workspace.text("ui.identity.released", user.fullName()));
              fill();
            })
        .open();
  }
}
