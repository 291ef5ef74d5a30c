package org.kartoteka.core.internal.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  @Activate
  public Diary(@Reference ChangeHistory history, @Reference Journal journal) {
    this.history = history;
    this.journal = journal;
  }

  /** A record was made. */
  public void created(RecordRef record, List<FieldChange> fields, DomainEvent event) {
    history.record(ChangeView.Kind.CREATED, record, fields);
    journal.append(event);
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
    history.record(ChangeView.Kind.CHANGED, record, fields);
    journal.append(event);
  }

  /** Fields of a record were changed, which nobody needs to be told. */
  public void changed(RecordRef record, List<FieldChange> fields) {
    history.record(ChangeView.Kind.CHANGED, record, fields);
  }

  /** A record was removed. */
  public void removed(RecordRef record, List<FieldChange> fields, DomainEvent event) {
    history.record(ChangeView.Kind.DELETED, record, fields);
    journal.append(event);
  }

  /** The names of the fields. */
  public static List<String> names(List<FieldChange> fields) {
    return fields.stream().map(FieldChange::field).toList();
  }
}
