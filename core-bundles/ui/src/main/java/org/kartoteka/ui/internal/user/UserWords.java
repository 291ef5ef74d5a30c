package org.kartoteka.ui.internal.user;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.security.UserView;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.MergeDialog;
import org.kartoteka.ui.api.component.StatusPill;

/** The fields of users and the names of roles and permissions in words. */
final class UserWords implements MergeDialog.Wording {

  private final Workspace workspace;
  private UserDesk desk;

  UserWords(Workspace workspace) {
    this.workspace = workspace;
  }

  /** With the names of branches and superiors. */
  UserWords naming(UserDesk names) {
    desk = names;
    return this;
  }

  @Override
  public String title(String field) {
    return workspace.text("ui.users.field." + field);
  }

  @Override
  public String value(String field, Object value) {
    if (value instanceof Collection<?> roles) {
      return roles.stream().map(one -> role(one.toString())).collect(Collectors.joining(", "));
    }
    if (value instanceof Boolean yes) {
      return workspace.text(yes ? "ui.users.yes" : "ui.users.no");
    }
    if (value instanceof Number id && desk != null) {
      return field.equals("branchId")
          ? desk.branchName(new BranchId(id.longValue()))
          : desk.colleagues().name(new UserId(id.longValue()));
    }
    return field.equals("language") ? language((String) value) : text(value);
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  String roles(UserView user) {
    return value("roles", user.roles());
  }

  String role(String name) {
    return known("role." + name, name);
  }

  String rolesBeyond() {
    return workspace.text("ui.users.roles.beyond");
  }

  String permission(String name) {
    return known("permission." + name, name);
  }

  /** A language in its own words. */
  static String language(String tag) {
    if (tag == null) {
      return "";
    }
    Locale locale = Locale.forLanguageTag(tag);
    String name = locale.getDisplayLanguage(locale);
    return name.isEmpty() ? tag : name.substring(0, 1).toUpperCase(locale) + name.substring(1);
  }

  /** Whether the user may sign in. */
  StatusPill state(UserView user) {
    return new StatusPill(stateText(user), stateTone(user));
  }

  String stateText(UserView user) {
    return workspace.text(user.blocked() ? "ui.users.blocked" : "ui.users.active");
  }

  static StatusPill.Tone stateTone(UserView user) {
    return user.blocked() ? StatusPill.Tone.BAD : StatusPill.Tone.GOOD;
  }

  private String known(String key, String otherwise) {
    String text = workspace.text(key);
    return text.startsWith("!") ? otherwise : text;
  }
}
