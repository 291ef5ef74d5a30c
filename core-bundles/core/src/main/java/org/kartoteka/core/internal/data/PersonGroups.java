package org.kartoteka.core.internal.data;

import java.util.Map;
import java.util.Optional;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.platform.api.history.FieldGuard;
import org.osgi.service.component.annotations.Component;

/** The groups of a person's data that need a right of their own, in the history too. */
@Component
public final class PersonGroups implements FieldGuard {

  public static final String PRIVATE = "privateData";
  public static final String PERSONAL = "personalData";

  private static final Map<String, String> PERMISSIONS =
      Map.of(PRIVATE, CorePermissions.PERSON_PRIVATE, PERSONAL, CorePermissions.PERSON_PERSONAL);

  @Override
  public Optional<String> permission(String recordType, String field) {
    return recordType.equals(PersonDirectory.TYPE)
        ? Optional.ofNullable(PERMISSIONS.get(field.split("\\.", 2)[0]))
        : Optional.empty();
  }
}
