package org.kartoteka.ui.internal.setting;

import org.kartoteka.ui.api.Section;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.WorkspaceView;
import org.kartoteka.ui.internal.shell.Contributions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The settings of the installation: {@code settings} and {@code settings/general}. */
@Component
public class SettingsView implements WorkspaceView {

  private final Contributions contributions;

  @Activate
  public SettingsView(@Reference Contributions contributions) {
    this.contributions = contributions;
  }

  @Override
  public String id() {
    return "settings";
  }

  @Override
  public String feature() {
    return "ui";
  }

  @Override
  public String titleKey() {
    return "ui.settings.title";
  }

  @Override
  public Section section() {
    return Section.ADMINISTRATION;
  }

  @Override
  public String icon() {
    return "vaadin:cog-o";
  }

  @Override
  public int order() {
    return 30;
  }

  @Override
  public String permission() {
    return "platform.setting.change";
  }

  @Override
  public com.vaadin.flow.component.Component open(Visit visit) {
    return new SettingsDesk(contributions, visit);
  }
}
