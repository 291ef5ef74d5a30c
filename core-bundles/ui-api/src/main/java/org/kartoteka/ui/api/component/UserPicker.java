package org.kartoteka.ui.api.component;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.Comparator;
import java.util.List;
import org.kartoteka.platform.api.security.UserDirectory;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.security.UserView;

/** Chooses a colleague who is not blocked. */
public class UserPicker extends ComboBox<UserId> {

  public UserPicker(UserDirectory users) {
    List<UserView> all =
        users.users().stream().sorted(Comparator.comparing(UserPicker::name)).toList();
    setItems(all.stream().filter(user -> !user.blocked()).map(UserView::id).toList());
    setItemLabelGenerator(user -> name(users, user));
    setClearButtonVisible(true);
  }

  /** What a colleague is called; empty for null or an unknown one. */
  public static String name(UserDirectory users, UserId id) {
    return id == null ? "" : users.user(id).map(UserPicker::name).orElse("");
  }

  private static String name(UserView user) {
    return user.fullName() == null || user.fullName().isBlank() ? user.name() : user.fullName();
  }
}
