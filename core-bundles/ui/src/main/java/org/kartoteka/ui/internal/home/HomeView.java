package org.kartoteka.ui.internal.home;

import com.vaadin.flow.component.Component;
import org.kartoteka.ui.api.Section;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.WorkspaceView;
import org.kartoteka.ui.internal.shell.Contributions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** The home page with the tiles of all bundles. */
@org.osgi.service.component.annotations.Component
public class HomeView implements WorkspaceView {

  private final Contributions contributions;

  @Activate
  public HomeView(@Reference Contributions contributions) {
    this.contributions = contributions;
  }

  @Override
  public String id() {
    return "home";
  }

  @Override
  public String feature() {
    return "ui";
  }

  @Override
  public String titleKey() {
    return "ui.page.home";
  }

  @Override
  public Section section() {
    return Section.REGISTER;
  }

  @Override
  public String icon() {
    return "vaadin:home-o";
  }

  @Override
  public int order() {
    return 0;
  }

  @Override
  public Component open(Visit visit) {
    return new HomePage(contributions, visit.workspace());
  }
}
