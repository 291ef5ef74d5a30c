package org.kartoteka.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.history.ChangeHistory;
import org.kartoteka.platform.api.history.ChangeView;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.history.HistorySpan;
import org.kartoteka.platform.api.record.RecordRef;

/** A change history in memory. */
public final class FakeChangeHistory implements ChangeHistory {

  private final List<ChangeView> changes = new CopyOnWriteArrayList<>();

  /** Everything that was recorded, oldest first. */
  public List<ChangeView> changes() {
    return List.copyOf(changes);
  }

  @Override
  public void record(ChangeView.Kind kind, RecordRef record, List<FieldChange> fields) {
    if (kind != ChangeView.Kind.CHANGED || !fields.isEmpty()) {
      changes.add(
          new ChangeView(changes.size() + 1L, record, kind, "tester", Instant.EPOCH, null, fields));
    }
  }

  @Override
  public Page<ChangeView> of(String recordType, String recordId, PageRequest request) {
    List<ChangeView> found =
        new ArrayList<>(
            changes.stream()
                .filter(c -> c.record().type().equals(recordType))
                .filter(c -> c.record().id().equals(recordId))
                .toList());
    Collections.reverse(found);
    return new Page<>(found, null);
  }

  @Override
  public List<ChangeView> of(String recordType, Collection<String> recordIds, HistorySpan span) {
    Comparator<ChangeView> order =
        Comparator.comparing(ChangeView::at).thenComparing(ChangeView::id).reversed();
    return changes.stream()
        .filter(c -> c.record().type().equals(recordType) && recordIds.contains(c.record().id()))
        .filter(c -> span.actor() == null || span.actor().equals(c.actor()))
        .filter(
            c ->
                c.at().isBefore(span.before())
                    || c.at().equals(span.before()) && c.id() < span.beforeId())
        .sorted(order)
        .limit(span.limit())
        .toList();
  }
}
