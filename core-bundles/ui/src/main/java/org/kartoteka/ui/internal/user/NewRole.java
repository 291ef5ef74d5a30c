package org.kartoteka.ui.internal.user;

import java.util.Collection;
import java.util.List;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.security.RoleView;
import org.kartoteka.platform.api.security.UserDirectory;

/** A role that allows nothing and reaches nothing yet. */
final class NewRole {

  private NewRole() {}

  /** Adds it; a name that is there already is refused, for saving would empty that role. */
  static RoleView of(String name, Collection<RoleView> present, UserDirectory directory) {
    String wanted = name.strip();
    if (wanted.isEmpty()) {
      throw new InvalidInput(FieldError.of("name", "required"));
    }
    if (present.stream().anyMatch(role -> role.name().equalsIgnoreCase(wanted))) {
      throw new InvalidInput(FieldError.of("name", "notUnique", wanted));
    }
    return directory.saveRole(new RoleView(wanted, false, List.of(), List.of()));
  }
}
