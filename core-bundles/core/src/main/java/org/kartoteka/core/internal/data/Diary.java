package org.kartoteka.core.internal.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.kartoteka.platform.api.history.ChangeHistory;
import org.kartoteka.platform.api.history.ChangeView;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.journal.Journal;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes down what is done to a record: for people in the history, for bundles in the journal. */
@Component(service = Diary.class)
public class Diary {

  private final ChangeHistory history;
  private final Journal journal;
  private final ThreadLocal<Gathered> gathered = new ThreadLocal<>();

  @Activate
  public Diary(@Reference ChangeHistory history, @Reference Journal journal) {
    this.history = history;
    this.journal = journal;
  }

  /** What is said of single records, until it is written. */
  private final class Gathered {

    private final Map<RecordRef, List<FieldChange>> changes = new LinkedHashMap<>();
    private final List<DomainEvent> events = new ArrayList<>();
    private ChangeView.Kind kind;

    void add(ChangeView.Kind what, RecordRef record, List<FieldChange> fields) {
      if (what != kind || changes.containsKey(record)) {
        writeChanges();
        kind = what;
      }
      changes.put(record, fields);
    }

    void writeChanges() {
      if (!changes.isEmpty()) {
        history.record(kind, changes);
        changes.clear();
      }
    }

    void write() {
      writeChanges();
      if (!events.isEmpty()) {
        journal.append(List.copyOf(events));
      }
    }
  }

  /** Does work with many records; what is said of them is written all at once in the end. */
  public <T> T together(Supplier<T> work) {
    if (gathered.get() != null) {
      return work.get();
    }
    Gathered all = new Gathered();
    gathered.set(all);
    try {
      T result = work.get();
      all.write();
      return result;
    } finally {
      gathered.remove();
    }
  }

  private void write(ChangeView.Kind kind, RecordRef record, List<FieldChange> fields) {
    Gathered all = gathered.get();
    if (all == null) {
      history.record(kind, record, fields);
    } else {
      all.add(kind, record, fields);
    }
  }

  private void write(DomainEvent event) {
    Gathered all = gathered.get();
    if (all == null) {
      journal.append(event);
    } else {
      all.events.add(event);
    }
  }

  /** A record was made. */
  public void created(RecordRef record, List<FieldChange> fields, DomainEvent event) {
    write(ChangeView.Kind.CREATED, record, fields);
    write(event);
  }

  /** A record that was made. */
  public record Creation(RecordRef record, List<FieldChange> fields, DomainEvent event) {}

  /** Records were made, one after another. */
  public void created(List<Creation> creations) {
    Map<RecordRef, List<FieldChange>> fields = new LinkedHashMap<>();
    creations.forEach(one -> fields.put(one.record(), one.fields()));
    history.record(ChangeView.Kind.CREATED, fields);
    journal.append(creations.stream().map(Creation::event).toList());
  }

  /** Records were removed, one after another. */
  public void removed(List<Creation> removals) {
    Map<RecordRef, List<FieldChange>> fields = new LinkedHashMap<>();
    removals.forEach(one -> fields.put(one.record(), one.fields()));
    history.record(ChangeView.Kind.DELETED, fields);
    journal.append(removals.stream().map(Creation::event).toList());
  }

  /** Fields of a record were changed. */
  public void changed(RecordRef record, List<FieldChange> fields, DomainEvent event) {
    write(ChangeView.Kind.CHANGED, record, fields);
    write(event);
  }

  /** Fields of a record were changed, which nobody needs to be told. */
  public void changed(RecordRef record, List<FieldChange> fields) {
    write(ChangeView.Kind.CHANGED, record, fields);
  }

  /** A record was removed. */
  public void removed(RecordRef record, List<FieldChange> fields, DomainEvent event) {
    write(ChangeView.Kind.DELETED, record, fields);
    write(event);
  }

  /** The names of the fields. */
  public static List<String> names(List<FieldChange> fields) {
    return fields.stream().map(FieldChange::field).toList();
  }
}
