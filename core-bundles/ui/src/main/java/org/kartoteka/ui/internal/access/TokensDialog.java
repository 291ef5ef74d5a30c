package org.kartoteka.ui.internal.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.Set;
import org.kartoteka.platform.api.security.IssueToken;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.RecordForm;

/** The own API tokens: issued, shown once, revoked. */
public final class TokensDialog extends Dialog {

  private final transient AccessServices services;
  private final transient Workspace workspace = Workspace.current();
  private final RecordForm form = new RecordForm("token");
  private final TextField name = form.field("name", "ui.tokens.name", new TextField());
  private final Select<Integer> days = form.field("days", "ui.tokens.validity", new Select<>());
  private final MultiSelectComboBox<String> scope =
      form.field("permissions", "ui.tokens.permissions", new MultiSelectComboBox<>());
  private final Checkbox readOnly = form.field("readOnly", "ui.tokens.read-only", new Checkbox());
  private final Div issued = new Div();
  private final TokenList list;

  public TokensDialog(AccessServices services) {
    this.services = services;
    setId("tokens-dialog");
    setHeaderTitle(workspace.text("ui.tokens.title"));
    setWidth("36rem");
    setMaxWidth("100%");
    days.setItems(30, 90, 365);
    days.setItemLabelGenerator(number -> workspace.text("ui.tokens.days", number));
    days.setValue(90);
    scope.setItems(services.permissions());
    scope.setItemLabelGenerator(this::title);
    scope.setPlaceholder(workspace.text("ui.tokens.everything"));
    scope.setHelperText(workspace.text("ui.tokens.permissions.why"));
    scope.setWidthFull();
    form.saveButton().setText(workspace.text("ui.tokens.issue"));
    form.onSave(this::issue);
    form.onLeave(this::close);
    form.unchanged();
    issued.setId("token-issued");
    list = new TokenList(services.tokens(), services.tokens()::mine);
    add(new Paragraph(workspace.text("ui.tokens.explanation")), form, issued, list);
    Button close = new Button(workspace.text("ui.close"), event -> close());
    close.setId("tokens-close");
    getFooter().add(close);
  }

  private String title(String permission) {
    String text = workspace.text("permission." + permission);
    return text.startsWith("!") ? permission : text;
  }

  private void issue() {
    Set<String> chosen = scope.getValue();
    String token =
        services
            .tokens()
            .issue(
                new IssueToken(
                    name.getValue(),
                    Duration.ofDays(days.getValue()),
                    chosen.isEmpty() ? null : chosen,
                    readOnly.getValue()));
    TextField shown = new TextField(workspace.text("ui.tokens.once"));
    shown.setId("token-value");
    shown.setValue(token);
    shown.setReadOnly(true);
    shown.setWidthFull();
    shown.addClassName("kt-mono");
    issued.removeAll();
    issued.add(shown);
    name.clear();
    scope.clear();
    readOnly.clear();
    form.unchanged();
    list.fill();
  }
}
