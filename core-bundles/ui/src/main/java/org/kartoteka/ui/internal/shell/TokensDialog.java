package org.kartoteka.ui.internal.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.platform.api.security.TokenView;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.ErrorBox;

/** The own API tokens: issued, shown once, revoked. */
final class TokensDialog extends Dialog {

  private final transient ShellServices services;
  private final transient Workspace workspace = Workspace.current();
  private final Div list = new Div();
  private final Div issued = new Div();

  TokensDialog(ShellServices services) {
    this.services = services;
    setId("tokens-dialog");
    setHeaderTitle(workspace.text("ui.tokens.title"));
    setWidth("36rem");
    setMaxWidth("100%");
    TextField name = new TextField(workspace.text("ui.tokens.name"));
    name.setId("token-name");
    Select<Integer> days = new Select<>();
    days.setLabel(workspace.text("ui.tokens.validity"));
    days.setId("token-days");
    days.setItems(30, 90, 365);
    days.setItemLabelGenerator(number -> workspace.text("ui.tokens.days", number));
    days.setValue(90);
    Button issue = new Button(workspace.text("ui.tokens.issue"));
    issue.setId("token-issue");
    issue.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    issue.addClickListener(event -> issue(name, days.getValue()));
    Div form = new Div(name, days, issue);
    form.addClassName("kt-form-row");
    list.addClassName("kt-card-list");
    issued.setId("token-issued");
    add(new Paragraph(workspace.text("ui.tokens.explanation")), form, issued, list);
    Button close = new Button(workspace.text("ui.close"), event -> close());
    close.setId("tokens-close");
    getFooter().add(close);
    fill();
  }

  private void issue(TextField name, int days) {
    issued.removeAll();
    try {
      String token = services.authentication().issueToken(name.getValue(), Duration.ofDays(days));
      TextField shown = new TextField(workspace.text("ui.tokens.once"));
      shown.setId("token-value");
      shown.setValue(token);
      shown.setReadOnly(true);
      shown.setWidthFull();
      shown.addClassName("kt-mono");
      issued.add(shown);
      name.clear();
      fill();
    } catch (Problem problem) {
      issued.add(new ErrorBox(problem));
    }
  }

  private void fill() {
    list.removeAll();
    for (TokenView token : services.authentication().tokens()) {
      Button revoke = new Button(VaadinIcon.TRASH.create());
      revoke.setId("token-revoke-" + token.id());
      revoke.addThemeVariants(
          ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
      revoke.setAriaLabel(workspace.text("ui.tokens.revoke", token.name()));
      revoke.setTooltipText(workspace.text("ui.tokens.revoke", token.name()));
      revoke.addClickListener(
          event -> {
            services.authentication().revokeToken(token.id());
            fill();
          });
      Span until =
          new Span(
              workspace.text("ui.tokens.until", workspace.formats().dateTime(token.expiresAt())));
      until.addClassName("kt-muted");
      Div line = new Div(new Span(token.name()), until, revoke);
      line.addClassName("kt-line");
      list.add(line);
    }
  }
}
