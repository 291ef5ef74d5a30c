package org.kartoteka.ui.internal.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.function.Supplier;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.platform.api.security.TokenView;
import org.kartoteka.platform.api.security.Tokens;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.StatusPill;

/** Somebody's tokens; each can be revoked. */
final class TokenList extends Div {

  private final transient Tokens tokens;
  private final transient Supplier<List<TokenView>> read;
  private final transient Workspace workspace = Workspace.current();

  TokenList(Tokens tokens, Supplier<List<TokenView>> read) {
    this.tokens = tokens;
    this.read = read;
    addClassName("kt-card-list");
    fill();
  }

  void fill() {
    removeAll();
    List<TokenView> all = read.get();
    if (all.isEmpty()) {
      Span none = new Span(workspace.text("ui.access.no-tokens"));
      none.addClassName("kt-muted");
      add(none);
    }
    all.forEach(token -> add(line(token)));
  }

  private Div line(TokenView token) {
    Span times =
        new Span(
            workspace.text("ui.tokens.until", workspace.formats().dateTime(token.expiresAt()))
                + " · "
                + lastUse(token));
    times.addClassName("kt-muted");
    Span scope = new Span(scope(token));
    scope.addClassName("kt-muted");
    Div words = new Div(new Span(token.name()), times, scope);
    words.addClassName("kt-access-words");
    Div line = new Div(words);
    line.addClassName("kt-access-line");
    if (!token.expiresAt().isAfter(workspace.formats().now())) {
      line.add(new StatusPill(workspace.text("ui.tokens.expired"), StatusPill.Tone.BAD));
    }
    line.add(revoke(token));
    return line;
  }

  private String lastUse(TokenView token) {
    return token.lastUsed() == null
        ? workspace.text("ui.tokens.never-used")
        : workspace.text("ui.tokens.last-used", workspace.formats().ago(token.lastUsed()));
  }

  private String scope(TokenView token) {
    String what =
        token.permissions() == null
            ? workspace.text("ui.tokens.everything")
            : workspace.text("ui.tokens.some", token.permissions().size());
    return token.readOnly() ? what + ", " + workspace.text("ui.tokens.only-reading") : what;
  }

  private Button revoke(TokenView token) {
    Button revoke = new Button(VaadinIcon.TRASH.create(), event -> revoke(token.id()));
    revoke.setId("token-revoke-" + token.id());
    revoke.addThemeVariants(
        ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
    revoke.setAriaLabel(workspace.text("ui.tokens.revoke", token.name()));
    revoke.setTooltipText(workspace.text("ui.tokens.revoke", token.name()));
    return revoke;
  }

  private void revoke(long id) {
    try {
      tokens.revoke(id);
    } catch (Problem problem) {
      workspace.problem(problem);
    }
    fill();
  }
}
