package org.kartoteka.competitors.internal.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.kartoteka.competitors.Certainty;
import org.kartoteka.competitors.PresenceData;
import org.kartoteka.competitors.PresenceView;
import org.kartoteka.competitors.internal.data.CompetitorPermissions;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.CarefulSave;
import org.kartoteka.ui.api.component.DateField;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.PartyPicker;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.RemoveButton;
import org.kartoteka.ui.api.component.SidePanel;

/** A competitor's presence at a customer. */
final class PresenceForm extends RecordForm {

  private static final String FIELDS = "competitors.presence";

  private final PartyPicker competitor;
  private final PartyPicker customer;
  private final BigDecimalField share;
  private final TextField supplies = Fields.line(1000);
  private final DateField since = new DateField();
  private final DateField until = new DateField();
  private final Select<Certainty> certainty;
  private final TextArea note = Fields.lines();

  private PresenceForm(CompetitorDesk desk, Workspace workspace, Words words) {
    super("presence-form");
    competitor = new PartyPicker(null, desk.parties(), Words.WITH_ROLE);
    customer = new PartyPicker(null, desk.parties());
    certainty = words.select(Certainty.class);
    certainty.setEmptySelectionAllowed(false);
    share = Fields.number(workspace.formats().locale());
    share.setSuffixComponent(new Span("%"));
    field("competitorId", FIELDS + ".competitorId", competitor);
    field("customerId", FIELDS + ".customerId", customer);
    field("supplies", FIELDS + ".supplies", supplies);
    known("sharePercent", FIELDS + ".sharePercent", share);
    known("certainty", FIELDS + ".certainty", certainty);
    row(share, certainty);
    known("since", FIELDS + ".since", since);
    known("until", FIELDS + ".until", until);
    row(since, until);
    field("note", FIELDS + ".note", note);
    competitor.setRequiredIndicatorVisible(true);
    customer.setRequiredIndicatorVisible(true);
  }

  private void show(PresenceData data) {
    share.setValue(data.sharePercent());
    supplies.setValue(Words.orEmpty(data.supplies()));
    since.setValue(data.since());
    until.setValue(data.until());
    certainty.setValue(data.certainty());
    note.setValue(Words.orEmpty(data.note()));
  }

  private PresenceData read(PartyId ofCompetitor, PartyId ofCustomer) {
    return new PresenceData(
        ofCompetitor,
        ofCustomer,
        share.getValue(),
        Words.blankToNull(supplies.getValue()),
        since.getValue(),
        until.getValue(),
        certainty.getValue(),
        Words.blankToNull(note.getValue()));
  }

  /**
   * Records a presence.
   *
   * @param of the competitor; null when it is chosen in the form
   * @param at the customer; null when it is chosen in the form
   */
  static void add(
      CompetitorDesk desk, Workspace workspace, PartyId of, PartyId at, Runnable afterwards) {
    PresenceForm form = new PresenceForm(desk, workspace, new Words(desk, workspace, FIELDS));
    form.competitor.setVisible(of == null);
    form.customer.setVisible(at == null);
    form.certainty.setValue(Certainty.SUSPECTED);
    SidePanel panel =
        SidePanel.open("presence-panel", workspace.text("competitors.presence.new"), form);
    form.onSave(
        () -> {
          desk.presences()
              .record(
                  form.read(
                      of == null ? form.competitor.partyId() : of,
                      at == null ? form.customer.partyId() : at));
          panel.close();
          workspace.done(workspace.text("competitors.saved"));
          afterwards.run();
        });
  }

  /** Edits a presence; without the right to it the form only shows it. */
  static void edit(
      CompetitorDesk desk, Workspace workspace, PresenceView presence, Runnable afterwards) {
    Words words = new Words(desk, workspace, FIELDS);
    PresenceForm form = new PresenceForm(desk, workspace, words);
    form.competitor.setVisible(false);
    form.customer.setVisible(false);
    form.show(presence.data());
    SidePanel panel =
        SidePanel.open(
            "presence-panel",
            Words.joined(" → ", presence.competitorName(), presence.customerName()),
            form);
    CarefulSave<PresenceView, PresenceData> saving =
        new CarefulSave<>(
            PresenceData.class,
            PresenceView::data,
            (read, revision, data) -> desk.presences().change(read.id(), revision, data),
            read -> desk.presences().get(read.id()),
            words);
    form.onSave(
        () ->
            saving.save(
                presence,
                form.read(presence.competitorId(), presence.customerId()),
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
              "presence-remove",
              presence.competitorName(),
              () -> {
                desk.presences().remove(presence.id(), ExpectedRevision.any());
                panel.close();
                afterwards.run();
              },
              () -> {
                desk.presences().record(presence.data());
                afterwards.run();
              }));
    }
  }
}
