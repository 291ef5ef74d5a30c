package org.kartoteka.security.internal.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.BranchView;
import org.kartoteka.platform.api.security.UserData;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.security.UserView;

/** Whom and what the rows of a table may name; people who come are known to the rows after. */
final class Staff {

  private final Map<UserId, UserView> users = new LinkedHashMap<>();
  private final Map<String, BranchId> branches;
  private final Map<String, String> roles;

  /**
   * Those who are there.
   *
   * @param roles the names of all roles; they may be called as any of the languages calls them
   */
  Staff(List<UserView> users, List<BranchView> branches, List<String> roles, Messages messages) {
    users.forEach(this::put);
    this.branches =
        branches.stream().collect(Collectors.toMap(one -> Ranks.key(one.name()), BranchView::id));
    this.roles = new LinkedHashMap<>();
    for (String role : roles) {
      for (Locale language : Messages.LANGUAGES) {
        messages
            .find(language, "role." + role)
            .ifPresent(title -> this.roles.putIfAbsent(Ranks.key(title), role));
      }
    }
    roles.forEach(role -> this.roles.put(Ranks.key(role), role));
  }

  /** What can be said of a user. */
  static UserData data(UserView user) {
    return new UserData(
        user.name(),
        user.fullName(),
        user.email(),
        user.language(),
        user.roles(),
        user.blocked(),
        user.branchId(),
        user.superiorId());
  }

  /**
   * The sign-in name of somebody who was given none: Anna Maria Snelling is anna.maria.snelling.
   */
  static String signInName(String fullName) {
    return Stream.of(fullName.strip().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}-]+"))
        .map(part -> part.replaceAll("^-+|-+$", ""))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("."));
  }

  void put(UserView user) {
    users.put(user.id(), user);
  }

  UserView user(UserId id) {
    return users.get(id);
  }

  /** Those of whom something is so, without regard to case. */
  List<UserView> withSame(Function<UserView, String> what, String text) {
    return users.values().stream()
        .filter(
            user -> what.apply(user) != null && Ranks.key(what.apply(user)).equals(Ranks.key(text)))
        .toList();
  }

  /** Those who are called so: the one of that sign-in name, else all of that full name. */
  List<UserView> called(String name) {
    List<UserView> found = withSame(UserView::name, name);
    return found.isEmpty() ? withSame(UserView::fullName, name) : found;
  }

  Optional<BranchId> branch(String name) {
    return Optional.ofNullable(branches.get(Ranks.key(name)));
  }

  /** The role that is called so; unchanged when there is none. */
  String role(String name) {
    return roles.getOrDefault(Ranks.key(name), name);
  }

  /** The parts of a cell that lists names. */
  static List<String> listed(String cell) {
    List<String> parts = new ArrayList<>();
    for (String part : cell.split("[,;\\n]")) {
      if (!part.isBlank() && !parts.contains(part.strip())) {
        parts.add(part.strip());
      }
    }
    return parts;
  }
}
