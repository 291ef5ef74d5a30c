package org.kartoteka.security.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.history.FieldChanges;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.Extent;
import org.kartoteka.platform.api.security.RoleView;
import org.kartoteka.platform.api.security.ScopeGrant;

/** What a role must be like, and what the history says of it. */
final class RoleRules {

  private RoleRules() {}

  /**
   * What keeps a role from being like this.
   *
   * @param before null for a new one, whose reach must be said: to reach everything, or nothing, by
   *     a word that is missing would be a surprise
   */
  static List<FieldError> errors(RoleView role, RoleView before, Set<String> permissions) {
    List<FieldError> errors = new ArrayList<>();
    role.permissions().stream()
        .filter(name -> !permissions.contains(name))
        .forEach(name -> errors.add(FieldError.of("permissions", "unknownPermission", name)));
    if (role.scopes() == null && before == null) {
      errors.add(FieldError.of("scopes", "reachRequired"));
    } else if (role.scopes() != null) {
      for (int i = 0; i < role.scopes().size(); i++) {
        check(role.scopes().get(i), "scopes[" + i + "]", errors);
      }
    }
    return errors;
  }

  private static void check(ScopeGrant grant, String field, List<FieldError> errors) {
    if (grant.action() == null) {
      errors.add(FieldError.of(field + ".action", "required"));
    }
    if (grant.extent() == null) {
      errors.add(FieldError.of(field + ".extent", "required"));
    } else if (grant.extent() == Extent.REGISTERS && grant.registers().isEmpty()) {
      errors.add(FieldError.of(field + ".registers", "required"));
    }
  }

  static RecordRef ref(RoleView role) {
    return new RecordRef("role", role.name(), role.name());
  }

  /** What changed between two states, one of which may be null. */
  static List<FieldChange> changes(RoleView before, RoleView after) {
    return new FieldChanges<>(before, after)
        .field("permissions", role -> String.join(", ", role.permissions()))
        .field("scopes", RoleRules::scopes)
        .list();
  }

  private static String scopes(RoleView role) {
    return role.scopes().stream().map(RoleRules::text).collect(Collectors.joining(", "));
  }

  private static String text(ScopeGrant grant) {
    return grant.action()
        + ": "
        + grant.extent()
        + (grant.registers().isEmpty() ? "" : " " + grant.registers());
  }
}
