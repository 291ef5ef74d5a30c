package org.kartoteka.ui.internal.privacy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.List;
import java.util.Locale;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.api.privacy.ConsentView;
import org.kartoteka.core.api.privacy.Consents;
import org.kartoteka.core.api.privacy.ErasureView;
import org.kartoteka.core.api.privacy.PersonalDataRights;
import org.kartoteka.core.api.privacy.PersonalDataRights.Form;
import org.kartoteka.core.api.privacy.PersonalDataStanding;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.FileLine;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;
import org.kartoteka.ui.api.component.StatusPill;
import org.kartoteka.ui.api.component.UploadButton;
import org.kartoteka.ui.internal.record.ActionButton;

/** A person's consents and rights. */
final class PersonalDataPanel extends Div {

  private final transient PersonalDataRights rights;
  private final transient Consents consents;
  private final transient PersonId person;
  private final String name;
  private final transient Workspace workspace;
  private final transient Runnable erased;

  PersonalDataPanel(
      PersonalDataRights rights,
      Consents consents,
      PersonId person,
      String name,
      Workspace workspace,
      Runnable erased) {
    this.rights = rights;
    this.consents = consents;
    this.person = person;
    this.name = name;
    this.workspace = workspace;
    this.erased = erased;
    setId("personal-data");
    fill();
  }

  private void fill() {
    removeAll();
    PersonalDataStanding standing = rights.standing(person);
    if (standing.restrictedAt() != null) {
      Div banner =
          new Div(
              new Span(
                  workspace.text(
                      "ui.privacy.restricted",
                      standing.restrictedBy(),
                      workspace.formats().dateTime(standing.restrictedAt()),
                      standing.restriction())));
      banner.addClassNames("kt-standing", "kt-standing-warn");
      banner.setId("privacy-restricted");
      add(banner);
    }
    add(acts(standing), consentList());
    standing.erasures().forEach(erasure -> add(report(erasure)));
  }

  private Component acts(PersonalDataStanding standing) {
    Div acts = new Div();
    acts.addClassName("kt-toolbar");
    acts.add(file(Form.HTML), file(Form.JSON));
    acts.add(
        standing.restrictedAt() == null
            ? new ActionButton(
                "privacy-restrict",
                workspace.text("ui.privacy.restrict"),
                "vaadin:lock",
                this::restrict)
            : new ActionButton(
                "privacy-release",
                workspace.text("ui.privacy.release"),
                "vaadin:unlock",
                () -> {
                  rights.release(person);
                  fill();
                }));
    if (workspace.may(PersonalDataDesk.ERASE)) {
      acts.add(
          new ActionButton(
              "privacy-erase", workspace.text("ui.privacy.erase"), "vaadin:eraser", this::erase));
    }
    return acts;
  }

  private Component file(Form form) {
    String kind = form.name().toLowerCase(Locale.ROOT);
    String fileName = "personal-data-" + person.value() + "." + kind;
    Anchor link =
        new Anchor(
            (DownloadHandler)
                event -> {
                  event.setFileName(fileName);
                  event.setContentType(form == Form.JSON ? "application/json" : "text/html");
                  rights.dossier(person, form, event.getOutputStream());
                },
            workspace.text("ui.privacy.dossier." + kind));
    link.setId("privacy-dossier-" + kind);
    link.getElement().setAttribute("download", fileName);
    return link;
  }

  private void restrict() {
    ask(
        "privacy-restrict",
        "ui.privacy.restrict",
        "ui.privacy.restrict.why",
        "reason",
        reason -> rights.restrict(person, reason),
        this::fill);
  }

  private void erase() {
    RecordForm form = new RecordForm("privacy-erase-form");
    form.place(new Span(workspace.text("ui.privacy.erase.explanation")));
    form.place(new ErasureReport(rights.preview(person).data(), workspace));
    TextArea reason = form.field("reason", "ui.privacy.erase.reason", new TextArea());
    SidePanel panel = new SidePanel(workspace.text("ui.privacy.erase") + ": " + name, form);
    panel.setId("privacy-erase-panel");
    form.saveButton().setText(workspace.text("ui.privacy.erase"));
    form.unchanged();
    form.onSave(
        () -> {
          rights.erase(person, reason.getValue());
          form.unchanged();
          panel.close();
          workspace.done(workspace.text("ui.privacy.erased"));
          erased.run();
        });
    panel.open();
  }

  private Component consentList() {
    Div list = new Div();
    list.addClassName("kt-panel");
    list.setId("privacy-consents");
    list.add(new H2(workspace.text("ui.privacy.consents")));
    List<ConsentView> all = consents.of(person);
    if (all.isEmpty()) {
      Span none = new Span(workspace.text("ui.privacy.consents.none"));
      none.addClassName("kt-muted");
      list.add(new Div(none));
    }
    all.forEach(consent -> list.add(line(consent)));
    list.add(
        new ActionButton(
            "privacy-consent-new",
            workspace.text("ui.privacy.consent.new"),
            "vaadin:plus",
            () -> ConsentForm.open(consents, workspace, person, this::fill)));
    return list;
  }

  private Component line(ConsentView consent) {
    Span text =
        new Span(
            workspace.text(
                "ui.privacy.consent.given",
                ConsentForm.purpose(workspace, consent.data().purpose()),
                workspace.text("privacy.channel." + consent.data().channel()),
                workspace.formats().dateTime(consent.data().givenAt()),
                consent.data().textVersion(),
                consent.data().source()));
    Div line = new Div(pill(consent), text);
    line.addClassName("kt-line");
    line.setId("privacy-consent-" + consent.id().value());
    if (consent.data().proof() != null) {
      text.setTitle(consent.data().proof());
    }
    line.add(
        new UploadButton(
            "privacy-prove-" + consent.id().value(),
            workspace.text("ui.privacy.consent.prove"),
            workspace,
            (file, content) -> {
              consents.prove(person, consent.id(), file, content);
              fill();
            }));
    consent
        .proofs()
        .forEach(
            proof ->
                line.add(
                    new FileLine(
                        proof, workspace, () -> consents.open(person, consent.id(), proof.id()))));
    if (consent.withdrawnAt() == null) {
      line.add(
          new ActionButton(
              "privacy-withdraw-" + consent.id().value(),
              workspace.text("ui.privacy.consent.withdraw"),
              "vaadin:ban",
              () ->
                  ask(
                      "privacy-withdraw",
                      "ui.privacy.consent.withdraw",
                      "ui.privacy.consent.how",
                      "how",
                      how -> consents.withdraw(person, consent.id(), how),
                      this::fill)));
    } else {
      Span withdrawn =
          new Span(
              workspace.text(
                  "ui.privacy.consent.withdrawn",
                  workspace.formats().dateTime(consent.withdrawnAt()),
                  consent.withdrawal()));
      withdrawn.addClassName("kt-muted");
      line.add(withdrawn);
    }
    return line;
  }

  private StatusPill pill(ConsentView consent) {
    return consent.valid()
        ? new StatusPill(workspace.text("ui.privacy.consent.valid"), StatusPill.Tone.GOOD)
        : new StatusPill(
            workspace.text(
                consent.withdrawnAt() == null
                    ? "ui.privacy.consent.expired"
                    : "ui.privacy.consent.withdraw"),
            StatusPill.Tone.BAD);
  }

  private Component report(ErasureView erasure) {
    Div report = new Div();
    report.addClassName("kt-panel");
    report.add(
        new H2(
            workspace.text(
                "ui.privacy.erasure",
                workspace.formats().dateTime(erasure.at()),
                erasure.by(),
                erasure.reason())),
        new ErasureReport(erasure.data(), workspace));
    return report;
  }

  private void ask(
      String id,
      String titleKey,
      String questionKey,
      String field,
      java.util.function.Consumer<String> act,
      Runnable afterwards) {
    RecordForm form = new RecordForm(id + "-form");
    TextArea answer = form.field(field, questionKey, new TextArea());
    SidePanel panel = new SidePanel(workspace.text(titleKey), form);
    panel.setId(id + "-panel");
    form.unchanged();
    form.onSave(
        () -> {
          act.accept(answer.getValue());
          form.unchanged();
          panel.close();
          workspace.done(workspace.text("ui.privacy.done"));
          afterwards.run();
        });
    panel.open();
  }
}
