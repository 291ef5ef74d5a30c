package org.kartoteka.ui.api.component;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kartoteka.platform.api.identity.IdentityRules;
import org.kartoteka.ui.api.Workspace;

/**
 * The settings of an identity provider: its own fields, whose texts are {@code <prefix>.<name>} and
 * {@code <prefix>.<name>.why}, and the rules that all providers have.
 */
public class ProviderForm extends RecordForm {

  private final String prefix;
  private final Map<String, String> usual;
  private final Map<String, TextFieldBase<?, String>> texts = new LinkedHashMap<>();
  private final Map<String, Checkbox> choices = new LinkedHashMap<>();
  private final transient Workspace workspace = Workspace.current();
  private PasswordField secret;

  /**
   * A form.
   *
   * @param usual what holds where a field is left empty
   */
  public ProviderForm(String id, String prefix, Map<String, String> usual) {
    super(id);
    this.prefix = prefix;
    this.usual = usual;
  }

  /** Adds a line of text. */
  public void text(String name) {
    add(name, prefix, new TextField());
  }

  /** Adds a text of several lines. */
  public void lines(String name) {
    add(name, prefix, new TextArea());
  }

  private void add(String name, String prefix, TextFieldBase<?, String> field) {
    field(name, prefix + "." + name, field);
    field.setHelperText(workspace.text(prefix + "." + name + ".why"));
    field.setPlaceholder(usual.getOrDefault(name, ""));
    field.getElement().setAttribute("autocomplete", "off");
    texts.put(name, field);
  }

  /** Adds something to be switched on. */
  public void choice(String name) {
    choice(name, prefix);
  }

  private void choice(String name, String prefix) {
    Checkbox box = field(name, prefix + "." + name, new Checkbox());
    box.setHelperText(workspace.text(prefix + "." + name + ".why"));
    choices.put(name, box);
  }

  /** Adds the secret, which is never shown. */
  public void secret() {
    secret = field("secret", prefix + ".secret", new PasswordField());
    secret.setHelperText(workspace.text(prefix + ".secret.why"));
    secret.setAutocomplete(Autocomplete.NEW_PASSWORD);
    secret.setRevealButtonVisible(false);
  }

  /**
   * Adds the rules that all providers have.
   *
   * @param emails whether the provider's e-mails may be trusted
   */
  public void rules(boolean emails) {
    group("ui.provider.rules");
    choice(IdentityRules.NEWCOMERS, "ui.provider");
    if (emails) {
      choice(IdentityRules.TRUSTS_EMAIL, "ui.provider");
    }
    add(IdentityRules.ROLES, "ui.provider", new TextArea());
  }

  /** Shows settings. */
  public void show(Map<String, String> settings, boolean hasSecret) {
    texts.forEach((name, field) -> field.setValue(settings.getOrDefault(name, "")));
    choices.forEach((name, box) -> box.setValue("true".equals(settings.get(name))));
    choices.get(IdentityRules.NEWCOMERS).setValue(IdentityRules.of(settings).newcomers());
    secret.clear();
    secret.setPlaceholder(hasSecret ? workspace.text("ui.provider.kept") : "");
    unchanged();
  }

  /** What is chosen. */
  public Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    texts.forEach(
        (name, field) -> {
          if (!field.getValue().isBlank()) {
            settings.put(name, field.getValue().strip());
          }
        });
    choices.forEach((name, box) -> settings.put(name, box.getValue().toString()));
    return settings;
  }

  /** The secret that was typed; null when it stays as it is. */
  public String typedSecret() {
    return secret.isEmpty() ? null : secret.getValue();
  }
}
