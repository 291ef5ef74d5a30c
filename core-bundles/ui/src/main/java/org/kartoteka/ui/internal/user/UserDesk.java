package org.kartoteka.ui.internal.user;

import org.kartoteka.platform.api.feature.FeatureCatalog;
import org.kartoteka.platform.api.feature.FeatureView;
import org.kartoteka.platform.api.security.UserData;
import org.kartoteka.platform.api.security.UserDirectory;
import org.kartoteka.platform.api.security.UserView;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.CarefulSave;
import org.kartoteka.ui.internal.access.AccessServices;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The services that the pages of users and roles work with. */
@Component(service = UserDesk.class)
public class UserDesk {

  private final UserDirectory directory;
  private final FeatureCatalog features;
  private final AccessServices access;

  @Activate
  public UserDesk(
      @Reference UserDirectory directory,
      @Reference FeatureCatalog features,
      @Reference AccessServices access) {
    this.directory = directory;
    this.features = features;
    this.access = access;
  }

  /** Sessions and tokens. */
  AccessServices access() {
    return access;
  }

  /** The users. */
  UserDirectory directory() {
    return directory;
  }

  /** The title of a feature or core bundle. */
  String featureTitle(String id, Workspace workspace) {
    String text = workspace.text("ui.users.part." + id);
    return text.startsWith("!") ? features.feature(id).map(FeatureView::title).orElse(id) : text;
  }

  /** What can be changed of a user. */
  static UserData data(UserView user) {
    return new UserData(
        user.name(), user.fullName(), user.email(), user.language(), user.roles(), user.blocked());
  }

  /** Saves a change of a user so that nobody's work is lost. */
  CarefulSave<UserView, UserData> saving(UserWords words) {
    return new CarefulSave<>(
        UserData.class,
        UserDesk::data,
        (read, revision, data) -> directory.change(read.id(), revision, data),
        read -> directory.user(read.id()).orElse(read),
        words);
  }
}
