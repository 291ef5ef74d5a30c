package org.kartoteka.core.internal.person;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.core.internal.data.PersonGroups;
import org.kartoteka.platform.api.audit.AuditLog;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Leaves a trace of whose private and personal data were handed out (ALF-26). */
@Component(service = PrivateReadings.class)
public class PrivateReadings {

  private final AuditLog log;

  @Activate
  public PrivateReadings(@Reference AuditLog log) {
    this.log = log;
  }

  /** Records what the views hold. */
  void of(List<PersonView> views) {
    record(views, PersonGroups.PRIVATE, PrivateReadings::hasPrivateData);
    record(views, PersonGroups.PERSONAL, PrivateReadings::hasPersonalData);
  }

  private void record(List<PersonView> views, String group, Predicate<PersonView> holds) {
    List<RecordRef> persons =
        views.stream()
            .filter(holds)
            .map(view -> RecordRef.of(PersonDirectory.TYPE, view.id(), view.fullName()))
            .toList();
    if (!persons.isEmpty()) {
      log.read(persons, group);
    }
  }

  private static boolean hasPrivateData(PersonView view) {
    return view.privateData() != null
        && (view.privateData().homeAddress() != null
            || !view.privateData().phones().isEmpty()
            || !view.privateData().emails().isEmpty());
  }

  private static boolean hasPersonalData(PersonView view) {
    return view.personalData() != null
        && Stream.of(
                view.personalData().birthday(),
                view.personalData().nameDay(),
                view.personalData().anniversaries(),
                view.personalData().family(),
                view.personalData().hobby(),
                view.personalData().interests())
            .anyMatch(value -> value != null);
  }
}
