package org.kartoteka.ui.internal.desk;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.kartoteka.core.api.note.Notebook;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.api.register.Registers;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.history.ChangeHistory;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.CarefulSave;
import org.kartoteka.ui.api.component.RecordFields;
import org.kartoteka.ui.api.component.ThreeWay;
import org.kartoteka.ui.internal.admission.AdmissionDesk;
import org.kartoteka.ui.internal.bulk.BulkDesk;
import org.kartoteka.ui.internal.custom.CustomDesk;
import org.kartoteka.ui.internal.duplicate.DuplicateDesk;
import org.kartoteka.ui.internal.exchange.ExportDesk;
import org.kartoteka.ui.internal.record.Colleagues;
import org.kartoteka.ui.internal.record.Words;
import org.kartoteka.ui.internal.shell.Contributions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The services that the pages of parties, persons and notes work with. */
@Component(service = PartyDesk.class)
public class PartyDesk {

  private final PartyRegister parties;
  private final PersonDirectory persons;
  private final Notebook notes;
  private final Registers registers;
  private final ChangeHistory history;
  private final Colleagues colleagues;
  private final Contributions contributions;
  private final OpenCards openCards;
  private final ExportDesk exports;
  private final CustomDesk custom;
  private final AdmissionDesk admissions;
  private final BulkDesk bulk;
  private final DuplicateDesk duplicates;

  @Activate
  public PartyDesk(
      @Reference PartyRegister parties,
      @Reference PersonDirectory persons,
      @Reference Notebook notes,
      @Reference Registers registers,
      @Reference ChangeHistory history,
      @Reference Colleagues colleagues,
      @Reference Contributions contributions,
      @Reference OpenCards openCards,
      @Reference ExportDesk exports,
      @Reference CustomDesk custom,
      @Reference AdmissionDesk admissions,
      @Reference BulkDesk bulk,
      @Reference DuplicateDesk duplicates) {
    this.parties = parties;
    this.persons = persons;
    this.notes = notes;
    this.registers = registers;
    this.history = history;
    this.colleagues = colleagues;
    this.contributions = contributions;
    this.openCards = openCards;
    this.exports = exports;
    this.custom = custom;
    this.admissions = admissions;
    this.bulk = bulk;
    this.duplicates = duplicates;
  }

  /** The parties. */
  public PartyRegister parties() {
    return parties;
  }

  /** The persons. */
  public PersonDirectory persons() {
    return persons;
  }

  /** The notes. */
  public Notebook notes() {
    return notes;
  }

  /** The registers. */
  public Registers registers() {
    return registers;
  }

  /** Who changed what. */
  public ChangeHistory history() {
    return history;
  }

  /** The users. */
  public Colleagues colleagues() {
    return colleagues;
  }

  /** What bundles contribute. */
  public Contributions contributions() {
    return contributions;
  }

  /** Hands lists out as files. */
  public ExportDesk exports() {
    return exports;
  }

  /** The custom fields. */
  public CustomDesk custom() {
    return custom;
  }

  /** The admission of new parties. */
  public AdmissionDesk admissions() {
    return admissions;
  }

  /** What is done with many parties. */
  public BulkDesk bulk() {
    return bulk;
  }

  /** Which parties are the same. */
  public DuplicateDesk duplicates() {
    return duplicates;
  }

  /** Who has which card open. */
  public OpenCards openCards() {
    return openCards;
  }

  /** The words of parties. */
  public Words words(Workspace workspace) {
    return words(PartyRegister.TYPE, workspace);
  }

  /** The words of records of a type. */
  public Words words(String type, Workspace workspace) {
    return new Words(type, workspace, colleagues).with(custom.all());
  }

  /** Saves a change of a party so that nobody's work is lost. */
  public CarefulSave<PartyView, PartyData> saving(Workspace workspace) {
    return new CarefulSave<>(
        PartyData.class,
        PartyView::data,
        (read, revision, data) -> parties.change(read.id(), revision, data),
        read -> parties.get(read.id()),
        words(workspace));
  }

  /** Changes several parties, each on its own, and says how many could be changed. */
  public void changeAll(
      Collection<PartyId> ids,
      UnaryOperator<PartyData> change,
      Workspace workspace,
      Runnable then) {
    int changed = 0;
    Problem last = null;
    Map<PartyView, PartyData> before = new LinkedHashMap<>();
    for (PartyId id : ids) {
      try {
        PartyView party = parties.get(id);
        before.put(
            parties.change(id, ExpectedRevision.of(party.revision()), change.apply(party.data())),
            party.data());
        changed++;
      } catch (Problem problem) {
        last = problem;
      }
    }
    String done = workspace.text("ui.party.action.done", changed);
    if (before.isEmpty()) {
      workspace.done(done);
    } else {
      workspace.done(done, () -> changeBack(before, workspace, then));
    }
    if (last != null) {
      workspace.problem(last);
    }
    then.run();
  }

  private void changeBack(Map<PartyView, PartyData> before, Workspace workspace, Runnable then) {
    try {
      before.forEach(
          (after, data) -> {
            PartyView now = parties.get(after.id());
            ThreeWay back =
                ThreeWay.of(
                    RecordFields.of(after.data()),
                    RecordFields.of(data),
                    RecordFields.of(now.data()));
            parties.change(
                now.id(),
                ExpectedRevision.of(now.revision()),
                RecordFields.to(PartyData.class, back.merged()));
          });
      workspace.done(workspace.text("ui.undone"));
    } finally {
      then.run();
    }
  }
}
