package org.kartoteka.ui.internal.record;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kartoteka.platform.api.security.UserDirectory;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.security.UserView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The users of this installation as colleagues see them. */
@Component(service = Colleagues.class)
public class Colleagues {

  private final UserDirectory directory;

  @Activate
  public Colleagues(@Reference UserDirectory directory) {
    this.directory = directory;
  }

  /** The name of a user; empty for null or an unknown one. */
  public String name(UserId id) {
    return id == null ? "" : directory.user(id).map(Colleagues::name).orElse("");
  }

  /** The names of all users by those they sign in with, in their order. */
  public Map<String, String> fullNames() {
    Map<String, String> names = new LinkedHashMap<>();
    directory.users().forEach(user -> names.put(user.name(), name(user)));
    return names;
  }

  /** The names of those who are not blocked, in their order. */
  public Map<UserId, String> active() {
    Map<UserId, String> names = new LinkedHashMap<>();
    directory.users().stream()
        .filter(user -> !user.blocked())
        .sorted(Comparator.comparing(Colleagues::name))
        .forEach(user -> names.put(user.id(), name(user)));
    return names;
  }

  /** A field that chooses a user who is not blocked. */
  public ComboBox<UserId> picker() {
    Map<UserId, String> names = active();
    ComboBox<UserId> picker = new ComboBox<>();
    picker.setItems(names.keySet());
    picker.setItemLabelGenerator(id -> names.containsKey(id) ? names.get(id) : name(id));
    picker.setClearButtonVisible(true);
    return picker;
  }

  private static String name(UserView user) {
    return user.fullName() == null || user.fullName().isBlank() ? user.name() : user.fullName();
  }
}
