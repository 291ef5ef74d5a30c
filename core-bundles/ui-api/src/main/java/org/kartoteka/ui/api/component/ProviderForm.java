package org.kartoteka.ui.api.component;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kartoteka.platform.api.identity.IdentityRules;
import org.kartoteka.platform.api.identity.ProviderSettings;
import org.kartoteka.platform.api.identity.TrustedCertificates;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.ui.api.Workspace;

/**
 * The settings of an identity provider: its own fields, whose texts are {@code <prefix>.<name>} and
 * {@code <prefix>.<name>.why}, and the rules that all providers have.
 */
public class ProviderForm extends RecordForm {

  private static final String SHARED = "ui.provider";
  private static final int LARGEST_FILE = 256 * 1024;

  private final String provider;
  private final String prefix;
  private final Map<String, String> usual;
  private final Map<String, TextFieldBase<?, String>> texts = new LinkedHashMap<>();
  private final Map<String, Checkbox> choices = new LinkedHashMap<>();
  private final transient Workspace workspace = Workspace.current();
  private TextField newId;
  private PasswordField secret;

  /**
   * A form with the fields that all providers have.
   *
   * @param provider the id of the provider; null for a new one, which is asked for it
   * @param usual what holds where a field is left empty
   */
  ProviderForm(String id, String provider, String prefix, Map<String, String> usual) {
    super(id);
    this.provider = provider;
    this.prefix = prefix;
    this.usual = usual;
    if (provider == null) {
      newId = field("id", "ui.provider.id", new TextField());
      newId.setHelperText(workspace.text("ui.provider.id.why"));
      newId.getElement().setAttribute("autocomplete", "off");
    }
    choice(ProviderSettings.IN_USE);
    text(ProviderSettings.TITLE);
    add(ProviderSettings.ORDER, SHARED, new TextField());
  }

  /** The id of the provider; null while a new one is not saved. */
  public String provider() {
    return provider;
  }

  /** The id that was typed for a new provider. */
  String typedId() {
    return newId.getValue().strip();
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

  /** Adds the certificates that are believed: as text, of a file that is chosen, or in a folder. */
  public void certificates() {
    TextArea pem = new TextArea();
    pem.setMaxHeight("12rem");
    add(TrustedCertificates.PEM, SHARED, pem);
    UploadButton upload =
        new UploadButton(
            getId().orElseThrow() + "-certificates-upload",
            workspace.text("ui.provider.certificates.upload"),
            workspace,
            (name, content) -> take(pem, content));
    place(upload.spelledOut());
    add(TrustedCertificates.FILE, SHARED, new TextField());
  }

  private void take(TextArea pem, InputStream content) {
    try {
      pem.setValue(TrustedCertificates.pem(content.readNBytes(LARGEST_FILE)));
      pem.setInvalid(false);
      touch();
    } catch (InvalidInput noCertificate) {
      show(noCertificate);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    choice(IdentityRules.NEWCOMERS, SHARED);
    if (emails) {
      choice(IdentityRules.TRUSTS_EMAIL, SHARED);
    }
    add(IdentityRules.ROLES, SHARED, new TextArea());
  }

  /** Shows settings. */
  void show(Map<String, String> settings, boolean hasSecret) {
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
