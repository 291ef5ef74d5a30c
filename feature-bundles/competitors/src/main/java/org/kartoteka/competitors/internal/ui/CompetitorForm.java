package org.kartoteka.competitors.internal.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.kartoteka.competitors.AddCompetitor;
import org.kartoteka.competitors.CompetitorData;
import org.kartoteka.competitors.CompetitorView;
import org.kartoteka.competitors.Threat;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.CarefulSave;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.PartyPicker;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.RemoveButton;
import org.kartoteka.ui.api.component.SidePanel;
import org.kartoteka.ui.api.component.UserPicker;

/** What we think of a competitor. */
final class CompetitorForm extends RecordForm {

  private static final String ID = "competitor-form";

  private final Select<Threat> threat;
  private final TextArea strengths = Fields.lines();
  private final TextArea weaknesses = Fields.lines();
  private final ComboBox<UserId> owner;

  private CompetitorForm(CompetitorDesk desk, Words words) {
    super(ID);
    threat = words.select(Threat.class);
    owner = new UserPicker(desk.users());
  }

  private void place() {
    field("threat", "competitors.threat", threat);
    field("strengths", "competitors.strengths", strengths);
    field("weaknesses", "competitors.weaknesses", weaknesses);
    field("ownerId", "competitors.ownerId", owner);
  }

  private void show(CompetitorData data) {
    threat.setValue(data.threat());
    strengths.setValue(Words.orEmpty(data.strengths()));
    weaknesses.setValue(Words.orEmpty(data.weaknesses()));
    owner.setValue(data.ownerId());
  }

  private CompetitorData read() {
    return new CompetitorData(
        threat.getValue(),
        Words.blankToNull(strengths.getValue()),
        Words.blankToNull(weaknesses.getValue()),
        owner.getValue());
  }

  /**
   * Adds a competitor.
   *
   * @param party the party; null when it is chosen in the form
   */
  static void add(
      CompetitorDesk desk, Workspace workspace, PartyId party, Consumer<CompetitorView> added) {
    CompetitorForm form = new CompetitorForm(desk, new Words(desk, workspace, "competitors"));
    PartyPicker picker = new PartyPicker(null, desk.parties());
    TextField name = Fields.line(300);
    if (party == null) {
      form.field("partyId", "competitors.add.party", picker);
      picker.setHelperText(workspace.text("competitors.add.party.helper"));
      form.field("name", "competitors.add.name", name);
    }
    form.place();
    SidePanel panel =
        SidePanel.open(
            "competitor-panel",
            workspace.text(party == null ? "competitors.new" : "competitors.add"),
            form);
    form.onSave(
        () -> {
          CompetitorData data = form.read();
          CompetitorView view =
              desk.competitors()
                  .add(
                      new AddCompetitor(
                          party == null ? picker.partyId() : party,
                          Words.blankToNull(name.getValue()),
                          data.threat(),
                          data.strengths(),
                          data.weaknesses(),
                          data.ownerId()));
          panel.close();
          workspace.done(workspace.text("competitors.added", view.name()));
          added.accept(view);
        });
  }

  /** Edits what we think of a competitor. */
  static void edit(
      CompetitorDesk desk, Workspace workspace, CompetitorView competitor, Runnable afterwards) {
    Words words = new Words(desk, workspace, "competitors");
    CompetitorForm form = new CompetitorForm(desk, words);
    form.place();
    form.show(competitor.data());
    SidePanel panel = SidePanel.open("competitor-panel", competitor.name(), form);
    CarefulSave<CompetitorView, CompetitorData> saving =
        new CarefulSave<>(
            CompetitorData.class,
            CompetitorView::data,
            (read, revision, data) -> desk.competitors().change(read.id(), revision, data),
            read -> desk.competitors().get(read.id()),
            words);
    form.onSave(
        () ->
            saving.save(
                competitor,
                form.read(),
                saved -> {
                  panel.close();
                  afterwards.run();
                }));
    form.place(
        RemoveButton.asking(
            workspace,
            "competitor-remove",
            competitor.name(),
            () -> {
              desk.competitors().remove(competitor.id(), ExpectedRevision.any());
              panel.close();
              workspace.done(workspace.text("ui.removed", competitor.name()));
              afterwards.run();
            }));
  }
}
