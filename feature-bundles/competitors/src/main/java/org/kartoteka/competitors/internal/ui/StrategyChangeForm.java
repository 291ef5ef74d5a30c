package org.kartoteka.competitors.internal.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.kartoteka.competitors.ReactionState;
import org.kartoteka.competitors.SourceReliability;
import org.kartoteka.competitors.StrategyChangeData;
import org.kartoteka.competitors.StrategyChangeView;
import org.kartoteka.competitors.StrategyKind;
import org.kartoteka.competitors.internal.data.CompetitorPermissions;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.CarefulSave;
import org.kartoteka.ui.api.component.DateField;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.PartyPicker;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.RemoveButton;
import org.kartoteka.ui.api.component.SidePanel;
import org.kartoteka.ui.api.component.UserPicker;

/** A change in a competitor's strategy, how far we believe it, and what we do about it. */
final class StrategyChangeForm extends RecordForm {

  private static final String FIELDS = "competitors.change";

  private final PartyPicker competitor;
  private final Select<StrategyKind> kind;
  private final DateField date = new DateField();
  private final TextField title = Fields.line(300);
  private final TextArea description = Fields.lines();
  private final TextField source = Fields.line(300);
  private final Select<SourceReliability> reliability;
  private final Select<Integer> credibility = new Select<>();
  private final Select<ReactionState> reactionState;
  private final TextArea reaction = Fields.lines();
  private final ComboBox<UserId> owner;

  private StrategyChangeForm(CompetitorDesk desk, Workspace workspace, Words words) {
    super("strategy-change-form");
    competitor = new PartyPicker(null, desk.parties(), Words.WITH_ROLE);
    kind = words.select(StrategyKind.class);
    kind.setEmptySelectionAllowed(false);
    reliability = words.select(SourceReliability.class);
    reactionState = words.select(ReactionState.class);
    reactionState.setEmptySelectionAllowed(false);
    owner = new UserPicker(desk.users());
    credibility.setItems(1, 2, 3, 4, 5, 6);
    credibility.setEmptySelectionAllowed(true);
    credibility.setItemLabelGenerator(
        grade -> grade == null ? "" : workspace.text("competitors.credibility." + grade));
    field("competitorId", FIELDS + ".competitorId", competitor);
    known("kind", FIELDS + ".kind", kind);
    known("date", FIELDS + ".date", date);
    row(kind, date);
    field("title", FIELDS + ".title", title);
    field("description", FIELDS + ".description", description);
    group("competitors.change.group.source");
    field("source", FIELDS + ".source", source);
    known("reliability", FIELDS + ".reliability", reliability);
    known("credibility", FIELDS + ".credibility", credibility);
    row(reliability, credibility);
    group("competitors.change.group.reaction");
    known("reactionState", FIELDS + ".reactionState", reactionState);
    known("ownerId", FIELDS + ".ownerId", owner);
    row(reactionState, owner);
    field("reaction", FIELDS + ".reaction", reaction);
    kind.setRequiredIndicatorVisible(true);
    date.setRequiredIndicatorVisible(true);
    title.setRequiredIndicatorVisible(true);
  }

  private void show(StrategyChangeData data) {
    kind.setValue(data.kind());
    date.setValue(data.date());
    title.setValue(Words.orEmpty(data.title()));
    description.setValue(Words.orEmpty(data.description()));
    source.setValue(Words.orEmpty(data.source()));
    reliability.setValue(data.reliability());
    credibility.setValue(data.credibility());
    reactionState.setValue(data.reactionState());
    reaction.setValue(Words.orEmpty(data.reaction()));
    owner.setValue(data.ownerId());
  }

  private StrategyChangeData read() {
    return new StrategyChangeData(
        kind.getValue(),
        date.getValue(),
        Words.blankToNull(title.getValue()),
        Words.blankToNull(description.getValue()),
        Words.blankToNull(source.getValue()),
        reliability.getValue(),
        credibility.getValue(),
        Words.blankToNull(reaction.getValue()),
        reactionState.getValue(),
        owner.getValue());
  }

  /**
   * Records a strategy change.
   *
   * @param of the competitor; null when it is chosen in the form
   */
  static void add(CompetitorDesk desk, Workspace workspace, PartyId of, Runnable afterwards) {
    Words words = new Words(desk, workspace, FIELDS);
    StrategyChangeForm form = new StrategyChangeForm(desk, workspace, words);
    form.competitor.setVisible(of == null);
    form.competitor.setRequiredIndicatorVisible(true);
    form.date.setValue(workspace.formats().today());
    form.reactionState.setValue(ReactionState.UNDECIDED);
    SidePanel panel =
        SidePanel.open("strategy-change-panel", workspace.text("competitors.change.new"), form);
    form.onSave(
        () -> {
          PartyId competitor =
              Fields.required("competitorId", of == null ? form.competitor.partyId() : of);
          desk.changes().record(competitor, form.read());
          panel.close();
          workspace.done(workspace.text("competitors.saved"));
          afterwards.run();
        });
  }

  /** Edits a strategy change; without the right to it the form only shows it. */
  static void edit(
      CompetitorDesk desk, Workspace workspace, StrategyChangeView change, Runnable afterwards) {
    Words words = new Words(desk, workspace, FIELDS);
    StrategyChangeForm form = new StrategyChangeForm(desk, workspace, words);
    form.competitor.setVisible(false);
    form.show(change.data());
    SidePanel panel = SidePanel.open("strategy-change-panel", change.competitorName(), form);
    CarefulSave<StrategyChangeView, StrategyChangeData> saving =
        new CarefulSave<>(
            StrategyChangeData.class,
            StrategyChangeView::data,
            (read, revision, data) -> desk.changes().change(read.id(), revision, data),
            read -> desk.changes().get(read.id()),
            words);
    form.onSave(
        () ->
            saving.save(
                change,
                form.read(),
                saved -> {
                  panel.close();
                  afterwards.run();
                }));
    form.saveButton().setVisible(workspace.may(CompetitorPermissions.RECORD));
    if (workspace.may(CompetitorPermissions.REMOVE)) {
      form.place(
          RemoveButton.undoable(
              form,
              workspace,
              "strategy-change-remove",
              change.title(),
              () -> {
                desk.changes().remove(change.id(), ExpectedRevision.any());
                panel.close();
                afterwards.run();
              },
              () -> {
                desk.changes().record(change.competitorId(), change.data());
                afterwards.run();
              }));
    }
  }
}
