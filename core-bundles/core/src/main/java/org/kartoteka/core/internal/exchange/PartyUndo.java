package org.kartoteka.core.internal.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyKind;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.internal.note.NoteRecords;
import org.kartoteka.core.internal.party.PartyRecords;
import org.kartoteka.core.internal.party.PartyRecords.Card;
import org.kartoteka.core.internal.party.PartyRemoval;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.exchange.ImportedRow;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.platform.api.exchange.UndoOutcome;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.CurrentUser;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes rows of parties back. Every card is held while it is compared with what the import left, so
 * that nobody's edit is overwritten.
 */
@Component(service = PartyUndo.class)
public class PartyUndo {

  private final UnitOfWork unitOfWork;
  private final PartyRecords parties;
  private final PartyRemoval removal;
  private final PersonUndo persons;
  private final NoteRecords notes;
  private final UserNames users;
  private final CurrentUser user;
  private final Messages messages;

  @Activate
  public PartyUndo(
      @Reference UnitOfWork unitOfWork,
      @Reference PartyRecords parties,
      @Reference PartyRemoval removal,
      @Reference PersonUndo persons,
      @Reference NoteRecords notes,
      @Reference UserNames users,
      @Reference CurrentUser user,
      @Reference Messages messages) {
    this.unitOfWork = unitOfWork;
    this.parties = parties;
    this.removal = removal;
    this.persons = persons;
    this.notes = notes;
    this.users = users;
    this.user = user;
    this.messages = messages;
  }

  /** All that is said on a card. */
  static Object state(Card card) {
    PartyView view = card.view();
    return List.of(
        view.data(), view.status(), card.person() == null ? "" : PersonUndo.state(card.person()));
  }

  /** Takes rows back, the first one first. */
  List<UndoOutcome> undo(List<ImportedRow> rows) {
    return parties.together(() -> undone(rows));
  }

  private List<UndoOutcome> undone(List<ImportedRow> rows) {
    Map<PartyId, Card> held = parties.holdAll(rows.stream().map(PartyUndo::id).toList());
    List<UndoOutcome> outcomes = new ArrayList<>();
    Map<PartyId, Card> removed = new LinkedHashMap<>();
    for (ImportedRow row : rows) {
      Card card = held.get(id(row));
      if (card == null) {
        outcomes.add(UndoOutcome.kept(List.of(FieldError.of("", "undoGone"))));
      } else {
        UndoOutcome outcome = undo(row, card);
        if (outcome.kind() == UndoOutcome.Kind.REMOVED) {
          removed.put(card.party().id(), card);
        }
        outcomes.add(outcome);
      }
    }
    parties.write(null);
    for (PartyId used : used(removed.keySet())) {
      removed.remove(used);
      int place = rows.stream().map(PartyUndo::id).toList().indexOf(used);
      outcomes.set(place, UndoOutcome.kept(List.of(FieldError.of("", "undoUsed"))));
    }
    if (!removed.isEmpty()) {
      removal.removeUnused(List.copyOf(removed.values()));
    }
    return outcomes;
  }

  private UndoOutcome undo(ImportedRow row, Card card) {
    Trace trace = Trace.of(row.trace());
    List<FieldError> reasons = new ArrayList<>();
    boolean personGone = false;
    if (trace.person() != null) {
      parties.write(null);
      FieldError kept = persons.takeAway(card, trace);
      personGone = kept == null;
      if (kept != null) {
        reasons.add(kept);
      }
    }
    boolean noteGone = false;
    if (trace.note() != null) {
      FieldError kept = RowNote.takeAway(trace, notes);
      noteGone = kept == null;
      if (kept != null) {
        reasons.add(kept);
      }
    }
    if (row.outcome() == RowOutcome.Kind.CREATED) {
      return removed(card, trace, reasons, !row.edited().isEmpty());
    }
    boolean restored = trace.after() != null && restored(card, trace, reasons, row.edited());
    boolean restated = trace.status() != null && restated(card, trace, reasons, row.edited());
    if (reasons.isEmpty()) {
      return UndoOutcome.restored();
    }
    return restored || restated || personGone || noteGone
        ? UndoOutcome.partly(reasons)
        : UndoOutcome.kept(reasons);
  }

  /** Puts the status back if nobody changed it since; whether it did. */
  private boolean restated(Card card, Trace trace, List<FieldError> reasons, Set<String> edited) {
    PartyStatus was = PartyStatus.valueOf(trace.status().get(0));
    PartyStatus became = PartyStatus.valueOf(trace.status().get(1));
    if (card.party().status() != became || edited.contains(RowStatus.NAME)) {
      reasons.add(FieldError.of(RowStatus.NAME, "undoEdited"));
      return false;
    }
    try {
      Locale language = user.require().locale();
      parties.changeStatus(card, was, messages.text(language, "import.undo.reason"));
      return true;
    } catch (Refused refused) {
      reasons.add(new FieldError(RowStatus.NAME, "refused", refused.key(), refused.arguments()));
      return false;
    }
  }

  private UndoOutcome removed(Card card, Trace trace, List<FieldError> reasons, boolean edited) {
    if (edited || !Objects.equals(trace.hash(), Trace.hash(state(card)))) {
      reasons.add(FieldError.of("", "undoChanged"));
    }
    return reasons.isEmpty() ? UndoOutcome.removed() : UndoOutcome.kept(reasons);
  }

  /** Those that somebody wrote notes on, added persons to, put into registers or merged. */
  private List<PartyId> used(Collection<PartyId> ids) {
    return ids.isEmpty()
        ? List.of()
        : Sql.of(
                unitOfWork,
                """
                select p.id from core.party p
                 where p.id = any(?)
                   and (exists (select 1 from core.note where party_id = p.id)
                        or exists (select 1 from core.register_party where party_id = p.id)
                        or exists (select 1 from core.party m where m.merged_into = p.id)
                        or exists (select 1 from core.person
                                    where party_id = p.id and party_kind = 'ORGANISATION'))
                """,
                ids)
            .list(row -> new PartyId(row.getLong(1)));
  }

  /** Puts back what was not edited since; whether there was anything. */
  private boolean restored(Card card, Trace trace, List<FieldError> reasons, Set<String> fields) {
    PartyData present = card.view().data();
    ObjectNode tree = Trace.tree(present);
    List<String> edited = Restoring.parts(tree, trace, !fields.isEmpty());
    PartyData wanted = Trace.value(tree, PartyData.class);
    if (!edited.isEmpty()) {
      wanted = fieldByField(wanted, tree, trace, edited, reasons, fields);
    }
    if (wanted.equals(present)) {
      return false;
    }
    try {
      parties.change(card, wanted);
      return true;
    } catch (InvalidInput invalid) {
      reasons.addAll(invalid.errors());
      return false;
    }
  }

  /** Within parts that somebody edited since, puts back the single fields that nobody did. */
  private PartyData fieldByField(
      PartyData present,
      ObjectNode tree,
      Trace trace,
      List<String> edited,
      List<FieldError> reasons,
      Set<String> fields) {
    Map<String, String> was = cells(Restoring.with(tree, trace.before(), edited));
    Map<String, String> became = cells(Restoring.with(tree, trace.after(), edited));
    Map<String, String> is = PartyCells.of(present, users.names());
    Map<String, String> back = new LinkedHashMap<>();
    boolean natural = present.kind() == PartyKind.NATURAL_PERSON;
    for (FieldChange change : PartyBatch.changes(was, became)) {
      String field = change.field();
      if (natural && field.equals("name")) {
        continue;
      }
      if (!fields.contains(field) && Objects.equals(is.get(field), change.after())) {
        back.put(field, change.before() == null ? "" : change.before());
      } else {
        reasons.add(FieldError.of(field, "undoEdited"));
      }
    }
    return back.isEmpty() ? present : new PartyRow(back, present, users.ids()).data();
  }

  private Map<String, String> cells(ObjectNode tree) {
    return PartyCells.of(Trace.value(tree, PartyData.class), users.names());
  }

  private static PartyId id(ImportedRow row) {
    return new PartyId(Long.parseLong(row.recordId()));
  }
}
