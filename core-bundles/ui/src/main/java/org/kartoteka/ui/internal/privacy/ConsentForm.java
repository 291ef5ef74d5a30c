package org.kartoteka.ui.internal.privacy;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.api.privacy.ConsentData;
import org.kartoteka.core.api.privacy.Consents;
import org.kartoteka.core.api.privacy.LegalBasis;
import org.kartoteka.core.api.privacy.ProcessingPurpose;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;

/** Writes a consent down. */
final class ConsentForm {

  private static final List<String> CHANNELS = List.of("any", "email", "phone", "sms", "post");

  private ConsentForm() {}

  static void open(Consents consents, Workspace workspace, PersonId person, Runnable afterwards) {
    RecordForm form = new RecordForm("consent-form");
    ComboBox<String> purpose =
        form.field("purpose", "ui.privacy.consent.purpose", new ComboBox<>());
    purpose.setItems(
        consents.purposes().stream()
            .filter(one -> one.basis() == LegalBasis.CONSENT && !one.archived())
            .map(ProcessingPurpose::name)
            .toList());
    purpose.setItemLabelGenerator(one -> purpose(workspace, one));
    ComboBox<String> channel =
        form.field("channel", "ui.privacy.consent.channel", new ComboBox<>());
    channel.setItems(CHANNELS);
    channel.setItemLabelGenerator(one -> workspace.text("privacy.channel." + one));
    channel.setValue(CHANNELS.get(0));
    TextField version =
        form.field("textVersion", "ui.privacy.consent.textVersion", new TextField());
    TextField source = form.field("source", "ui.privacy.consent.source", new TextField());
    TextArea proof = form.field("proof", "ui.privacy.consent.proof", new TextArea());
    SidePanel panel = new SidePanel(workspace.text("ui.privacy.consent.new"), form);
    panel.setId("consent-panel");
    form.unchanged();
    form.onSave(
        () -> {
          consents.give(
              person,
              new ConsentData(
                  purpose.getValue(),
                  channel.getValue(),
                  version.getValue(),
                  source.getValue(),
                  proof.getValue(),
                  null,
                  null));
          form.unchanged();
          panel.close();
          workspace.done(workspace.text("ui.privacy.done"));
          afterwards.run();
        });
    panel.open();
  }

  /** What a purpose is called: a text of ours, or the name its administrator gave it. */
  static String purpose(Workspace workspace, String name) {
    String text = workspace.text("privacy.purpose." + name);
    return text.startsWith("!") ? name : text;
  }
}
