package org.kartoteka.ui.internal.party;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.kartoteka.core.api.party.Dealing;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;
import org.kartoteka.ui.internal.desk.PartyDesk;

/** Changes the status of a party and says what each status permits. */
final class StatusDialog {

  private StatusDialog() {}

  static void open(
      PartyDesk desk, Workspace workspace, PartyView party, Consumer<PartyView> saved) {
    RecordForm form = new RecordForm("status-form");
    RadioButtonGroup<PartyStatus> status =
        form.field("status", "party.status", new RadioButtonGroup<>());
    status.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
    status.setItems(PartyStatus.values());
    status.setItemLabelGenerator(one -> workspace.text("party.status." + one.name()));
    status.setValue(party.status());
    TextArea reason = form.field("reason", "party.statusReason", new TextArea());
    reason.setHelperText(workspace.text("ui.party.status.reason"));
    Span permits = new Span(permits(workspace, party.status()));
    permits.setId("status-permits");
    permits.addClassName("kt-muted");
    form.place(permits);
    status.addValueChangeListener(event -> permits.setText(permits(workspace, event.getValue())));
    form.unchanged();
    SidePanel panel = new SidePanel(workspace.text("ui.party.status.title", party.name()), form);
    panel.setId("status-panel");
    form.onSave(
        () -> {
          PartyView changed =
              desk.parties()
                  .changeStatus(
                      party.id(),
                      ExpectedRevision.of(desk.parties().get(party.id()).revision()),
                      status.getValue(),
                      reason.getValue().isBlank() ? null : reason.getValue().strip());
          panel.close();
          saved.accept(changed);
          workspace.done(
              workspace.text(
                  "ui.party.status.done",
                  workspace.text("party.status." + changed.status().name())),
              () ->
                  saved.accept(
                      desk.parties()
                          .changeStatus(
                              party.id(),
                              ExpectedRevision.of(changed.revision()),
                              party.status(),
                              workspace.text("ui.undo"))));
        });
    panel.open();
  }

  private static String permits(Workspace workspace, PartyStatus status) {
    String dealings =
        Arrays.stream(Dealing.values())
            .filter(status::permits)
            .map(dealing -> workspace.text("party.dealing." + dealing.name()))
            .collect(Collectors.joining(", "));
    return dealings.isEmpty()
        ? workspace.text("ui.party.status.permits-nothing")
        : workspace.text("ui.party.status.permits", dealings);
  }
}
