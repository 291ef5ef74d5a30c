package org.kartoteka.security.internal.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.kartoteka.platform.api.exchange.ImportField;
import org.kartoteka.platform.api.exchange.RowCells;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.UserData;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.security.UserView;

/** A row about a user. What it does not say stays as it was; an empty cell clears. */
final class UserRow {

  static final String NAME = "name";
  static final String FULL_NAME = "fullName";
  static final String EMAIL = "email";
  private static final String LANGUAGE = "language";
  private static final String BRANCH = "branch";
  private static final String SUPERIOR = "superior";
  private static final String ROLES = "roles";
  private static final String GROUPS = "groups";

  static final List<ImportField> FIELDS =
      List.of(
          field(
              FULL_NAME,
              true,
              "full name",
              "employee",
              "sales_agent",
              "salesperson",
              "imię i nazwisko",
              "pracownik",
              "handlowiec",
              "име и фамилия",
              "трите имена",
              "служител",
              "търговец",
              "имя и фамилия",
              "фио",
              "сотрудник",
              "продавец"),
          field(
              NAME,
              false,
              "sign-in name",
              "login",
              "user name",
              "username",
              "businessentityid",
              "nazwa użytkownika",
              "потребителско име",
              "логин",
              "имя пользователя"),
          field(
              EMAIL,
              false,
              "e-mail",
              "mail",
              "adres e-mail",
              "имейл",
              "е-поща",
              "почта",
              "эл. почта"),
          field(LANGUAGE, false, "język", "език", "язык"),
          field(
              BRANCH,
              false,
              "office",
              "regional_office",
              "territory",
              "territoryid",
              "oddział",
              "filia",
              "biuro",
              "клон",
              "офис",
              "филиал"),
          field(
              SUPERIOR,
              false,
              "manager",
              "boss",
              "reports to",
              "przełożony",
              "kierownik",
              "ръководител",
              "пряк ръководител",
              "мениджър",
              "руководитель",
              "начальник"),
          field(ROLES, false, "role", "rola", "rolę", "роля", "роли", "роль"),
          field(
              GROUPS,
              false,
              "group",
              "user groups",
              "grupa",
              "grupy",
              "група",
              "групи",
              "группа",
              "группы"));

  private final RowCells cells;

  UserRow(Map<String, String> row) {
    cells = new RowCells(row);
  }

  String text(String field) {
    return cells.text(field);
  }

  /** By what rows further down, or up, name the one of this row as their superior. */
  Set<String> names() {
    return Ranks.keys(text(NAME), text(FULL_NAME));
  }

  String superior() {
    return Ranks.keys(text(SUPERIOR)).stream().findFirst().orElse(null);
  }

  /** The sign-in name: the one that is given, else one made of the full name; null without both. */
  String signInName() {
    if (!isBlank(NAME)) {
      return text(NAME).strip();
    }
    return isBlank(FULL_NAME) ? null : Staff.signInName(text(FULL_NAME));
  }

  /**
   * What is said of the user after this row.
   *
   * @param before null for a new one
   * @param language of somebody new of whom it is not said
   */
  UserData data(UserView before, Staff staff, String language) {
    return new UserData(
        before == null || !isBlank(NAME) ? signInName() : before.name(),
        or(FULL_NAME, before == null ? null : before.fullName()),
        or(EMAIL, before == null ? null : before.email()),
        isBlank(LANGUAGE)
            ? before == null ? language : before.language()
            : text(LANGUAGE).strip().toLowerCase(Locale.ROOT),
        roles(before, staff),
        before != null && before.blocked(),
        branch(before, staff),
        superior(before, staff));
  }

  /**
   * The names of the groups after this row.
   *
   * @param present those he is in
   */
  Set<String> groups(Set<String> present, Memberships memberships) {
    if (text(GROUPS) == null) {
      return present;
    }
    Set<String> named = new TreeSet<>();
    for (String name : Staff.listed(text(GROUPS))) {
      memberships
          .find(name)
          .ifPresentOrElse(named::add, () -> cells.error(GROUPS, "noSuchGroup", name));
    }
    return named;
  }

  private List<String> roles(UserView before, Staff staff) {
    if (text(ROLES) == null) {
      return before == null ? List.of() : before.roles();
    }
    return Staff.listed(text(ROLES)).stream().map(staff::role).distinct().toList();
  }

  private BranchId branch(UserView before, Staff staff) {
    if (text(BRANCH) == null) {
      return before == null ? null : before.branchId();
    }
    return isBlank(BRANCH) ? null : cells.named(BRANCH, "unknownBranch", staff::branch);
  }

  private UserId superior(UserView before, Staff staff) {
    if (text(SUPERIOR) == null) {
      return before == null ? null : before.superiorId();
    }
    if (isBlank(SUPERIOR)) {
      return null;
    }
    List<UserView> found = staff.called(text(SUPERIOR));
    if (found.size() > 1) {
      cells.error(SUPERIOR, "severalUsers", text(SUPERIOR));
      return null;
    }
    return cells.named(
        SUPERIOR, "unknownUser", name -> found.stream().findFirst().map(UserView::id));
  }

  /** Notes what the service finds wrong, at the columns of the table. */
  void wrong(FieldError error) {
    String field =
        switch (error.field()) {
          case "branchId" -> BRANCH;
          case "superiorId" -> SUPERIOR;
          default -> error.field();
        };
    cells.error(field, error.code(), error.arguments().toArray());
  }

  void wrong(String field, String code, Object... arguments) {
    cells.error(field, code, arguments);
  }

  List<FieldError> errors() {
    return cells.errors();
  }

  private String or(String field, String present) {
    return text(field) == null ? present : isBlank(field) ? null : text(field);
  }

  private boolean isBlank(String field) {
    return Optional.ofNullable(text(field)).filter(text -> !text.isBlank()).isEmpty();
  }

  private static ImportField field(String name, boolean required, String... aliases) {
    return new ImportField(name, required, List.of(aliases));
  }
}
