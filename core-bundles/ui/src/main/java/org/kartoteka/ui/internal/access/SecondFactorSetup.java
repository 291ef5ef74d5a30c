package org.kartoteka.ui.internal.access;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Function;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.security.SecondFactorProposal;
import org.kartoteka.ui.api.component.LocalFormats;

/** Leads through setting up a second factor: scan, confirm by a code, keep the recovery codes. */
public final class SecondFactorSetup extends Div {

  private final transient Function<String, List<String>> confirmation;
  private final transient LocalFormats.Translation texts;
  private final transient Runnable done;
  private final TextField code = new TextField();

  /**
   * The first step.
   *
   * @param proposal what the authenticator has to learn
   * @param confirmation sets it up with a code, and gives the recovery codes
   * @param done what comes when the recovery codes have been read
   */
  public SecondFactorSetup(
      SecondFactorProposal proposal,
      Function<String, List<String>> confirmation,
      LocalFormats.Translation texts,
      Runnable done) {
    this.confirmation = confirmation;
    this.texts = texts;
    this.done = done;
    setId("second-factor-setup");
    addClassName("kt-second-factor");
    Span secret = new Span(proposal.secret().replaceAll("(.{4})(?=.)", "$1 "));
    secret.setId("second-factor-secret");
    secret.addClassName("kt-mono");
    code.setId("second-factor-code");
    code.setLabel(text("ui.second-factor.code"));
    code.getElement().setProperty("autocomplete", "one-time-code");
    code.getElement().setAttribute("inputmode", "numeric");
    code.setMaxLength(8);
    code.setManualValidation(true);
    code.setWidthFull();
    Button confirm = new Button(text("ui.second-factor.confirm"), event -> confirm());
    confirm.setId("second-factor-confirm");
    confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    confirm.setWidthFull();
    confirm.addClickShortcut(Key.ENTER).listenOn(this);
    add(
        new Paragraph(text("ui.second-factor.scan")),
        QrCode.of(proposal.address(), text("ui.second-factor.picture")),
        new Paragraph(text("ui.second-factor.type")),
        secret,
        code,
        confirm);
    code.focus();
  }

  private String text(String key) {
    return texts.text(key);
  }

  private void confirm() {
    try {
      show(confirmation.apply(code.getValue()));
    } catch (InvalidInput wrong) {
      code.setErrorMessage(texts.text(wrong.errors().get(0).key()));
      code.setInvalid(true);
      code.focus();
    }
  }

  private void show(List<String> codes) {
    removeAll();
    add(recoveryCodes(codes, texts));
    Button kept = new Button(text("ui.second-factor.kept"), event -> done.run());
    kept.setId("second-factor-kept");
    kept.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    kept.setWidthFull();
    add(kept);
  }

  /** The recovery codes, to be written down. */
  static Div recoveryCodes(List<String> codes, LocalFormats.Translation texts) {
    Pre list = new Pre(String.join("\n", codes));
    list.setId("recovery-codes");
    list.addClassName("kt-mono");
    return new Div(new Paragraph(texts.text("ui.second-factor.codes")), list);
  }
}
