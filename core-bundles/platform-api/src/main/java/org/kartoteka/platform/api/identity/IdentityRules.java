package org.kartoteka.platform.api.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/**
 * Who of those a provider knows may come in, and as what. With a mapping the groups alone decide
 * over the own roles, at each sign-in; without one the roles are given here.
 *
 * @param newcomers whether somebody who was never here becomes a user at his first sign-in
 * @param trustsEmail whether a proved e-mail is enough to know somebody who is expected
 * @param roles which group brings which role; {@code *} is everybody
 */
public record IdentityRules(boolean newcomers, boolean trustsEmail, List<GroupRole> roles) {

  /** The names of these rules among the settings of a provider. */
  public static final String NEWCOMERS = "newcomers";

  public static final String TRUSTS_EMAIL = "trustsEmail";
  public static final String ROLES = "roles";

  private static final String EVERYBODY = "*";

  /** A group there brings a role here. */
  public record GroupRole(String group, String role) {}

  public IdentityRules {
    roles = List.copyOf(roles);
  }

  /** The rules among the settings of a provider. */
  public static IdentityRules of(Map<String, String> settings) {
    return new IdentityRules(
        !"false".equals(settings.get(NEWCOMERS)),
        "true".equals(settings.get(TRUSTS_EMAIL)),
        mapping(settings.getOrDefault(ROLES, "")));
  }

  /**
   * One pair a line, {@code group = ROLE}; the last equals sign counts, as groups may have some.
   */
  private static List<GroupRole> mapping(String text) {
    List<GroupRole> pairs = new ArrayList<>();
    for (String line : text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      int sign = line.lastIndexOf('=');
      String group = sign < 0 ? "" : line.substring(0, sign).strip();
      String role = line.substring(sign + 1).strip();
      if (group.isEmpty() || role.isEmpty()) {
        throw new InvalidInput(FieldError.of(ROLES, "groupRole", line));
      }
      pairs.add(new GroupRole(group, role));
    }
    return pairs;
  }

  /** Whether groups decide over roles. */
  public boolean mapsRoles() {
    return !roles.isEmpty();
  }

  /** The roles that these groups bring, in order; case does not matter in groups. */
  public List<String> rolesOf(Collection<String> groups) {
    List<String> known = groups.stream().map(one -> one.toLowerCase(Locale.ROOT)).toList();
    return roles.stream()
        .filter(
            pair ->
                pair.group().equals(EVERYBODY)
                    || known.contains(pair.group().toLowerCase(Locale.ROOT)))
        .map(GroupRole::role)
        .distinct()
        .sorted()
        .toList();
  }
}
