package org.kartoteka.ui.internal.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import org.kartoteka.platform.api.problem.ProofNeeded;
import org.kartoteka.platform.api.security.SecondFactorView;
import org.kartoteka.platform.api.security.UserView;
import org.kartoteka.ui.api.Workspace;

/** By what somebody else is inside, for administrators. */
public final class UserAccessDialog extends Dialog {

  private final transient AccessServices services;
  private final transient UserView user;
  private final transient Workspace workspace = Workspace.current();
  private final SessionList sessions;
  private final Div secondFactor = new Div();

  public UserAccessDialog(AccessServices services, UserView user) {
    this.services = services;
    this.user = user;
    setId("user-access-dialog");
    setHeaderTitle(workspace.text("ui.access.of", user.fullName()));
    setWidth("36rem");
    setMaxWidth("100%");
    add(new H3(workspace.text("ui.identity.title")), new UserIdentity(services.identities(), user));
    sessions = new SessionList(services.sessions(), () -> services.sessions().of(user.id()));
    add(new H3(workspace.text("ui.access.signed-in")), sessions);
    add(
        new H3(workspace.text("ui.tokens.title")),
        new TokenList(services.tokens(), () -> services.tokens().of(user.id())));
    add(new H3(workspace.text("ui.second-factor.title")), secondFactor);
    showSecondFactor();
    Button all = new Button(workspace.text("ui.access.end-all"), event -> proved(this::endAll));
    all.setId("user-sessions-end");
    all.addThemeVariants(ButtonVariant.LUMO_ERROR);
    Button close = new Button(workspace.text("ui.close"), event -> close());
    close.setId("user-access-close");
    getFooter().add(all, close);
  }

  private void showSecondFactor() {
    secondFactor.removeAll();
    SecondFactorView view = services.secondFactor().of(user.id());
    if (!view.present()) {
      Span none = new Span(workspace.text("ui.second-factor.none"));
      none.addClassName("kt-muted");
      secondFactor.add(none);
      return;
    }
    String since = workspace.formats().dateTime(view.since());
    Button reset =
        new Button(workspace.text("ui.second-factor.reset"), event -> proved(this::reset));
    reset.setId("user-second-factor-reset");
    reset.addThemeVariants(ButtonVariant.LUMO_SMALL);
    Div line = new Div(new Span(workspace.text("ui.second-factor.since", since)), reset);
    line.addClassName("kt-access-line");
    secondFactor.add(line);
  }

  private void reset() {
    services.secondFactor().reset(user.id());
    showSecondFactor();
  }

  private void endAll() {
    services.sessions().endAll(user.id());
    workspace.done(workspace.text("ui.access.all-ended", user.fullName()));
    sessions.fill();
  }

  private void proved(Runnable act) {
    try {
      act.run();
    } catch (ProofNeeded old) {
      workspace.prove(act);
    }
  }
}
