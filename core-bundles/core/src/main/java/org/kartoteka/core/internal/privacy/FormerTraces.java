package org.kartoteka.core.internal.privacy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.history.ChangeHistory;
import org.kartoteka.platform.api.history.ChangeView;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.record.RecordRef;

/**
 * By what a person was recognised once, as the history of its cards remembers: a name before a
 * marriage, a phone given up. Other places may remember it too.
 */
final class FormerTraces {

  private static final Set<String> NAMES = Set.of("lastName", "name", "shortName");
  private static final Pattern MARKS = Pattern.compile("(?:.*\\.)?(phones|emails|identifiers)");

  private final ChangeHistory history;
  private final Set<String> names = new LinkedHashSet<>();
  private final Set<String> marks = new LinkedHashSet<>();

  FormerTraces(ChangeHistory history) {
    this.history = history;
  }

  /** Reads the history of those of the records that are cards. */
  FormerTraces of(List<RecordRef> records) {
    records.stream()
        .filter(
            record ->
                record.type().equals(PersonDirectory.TYPE)
                    || record.type().equals(PartyRegister.TYPE))
        .forEach(this::read);
    return this;
  }

  List<String> names() {
    return List.copyOf(names);
  }

  List<String> marks() {
    return List.copyOf(marks);
  }

  private void read(RecordRef record) {
    PageRequest request = PageRequest.first(PageRequest.MAX_LIMIT);
    while (request != null) {
      Page<ChangeView> page = history.of(record.type(), record.id(), request);
      page.items().forEach(change -> change.changes().forEach(this::read));
      request = page.next() == null ? null : new PageRequest(request.limit(), page.next(), null);
    }
  }

  private void read(FieldChange field) {
    if (NAMES.contains(field.field())) {
      values(field).forEach(names::add);
    } else if (MARKS.matcher(field.field()).matches()) {
      values(field).flatMap(FormerTraces::elements).forEach(marks::add);
    }
  }

  private static Stream<String> values(FieldChange field) {
    return Stream.of(field.before(), field.after())
        .filter(value -> value != null && !value.isBlank());
  }

  /** The history keeps several of them as {@code WORK: one; HOME: two}. */
  private static Stream<String> elements(String joined) {
    List<String> elements = new ArrayList<>();
    for (String one : joined.split("; ")) {
      elements.add(one.substring(one.indexOf(": ") < 0 ? 0 : one.indexOf(": ") + 2).strip());
    }
    return elements.stream().filter(one -> !one.isEmpty());
  }
}
