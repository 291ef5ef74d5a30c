package org.kartoteka.ui.internal.web;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.NavigationEvent;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.stream.Stream;
import org.kartoteka.ui.internal.shell.FaultPage;
import org.kartoteka.ui.internal.shell.NoSuchPage;
import org.kartoteka.ui.internal.shell.Shell;
import org.kartoteka.ui.internal.shell.ShellServices;
import org.kartoteka.ui.internal.shell.SignInPage;
import org.kartoteka.ui.internal.shell.WorkspacePage;

/** Gives the pages of the shell their services. */
final class PageInstantiator extends DefaultInstantiator {

  private static final long serialVersionUID = 1L;

  private final transient ShellServices services;
  private final I18NProvider texts;

  PageInstantiator(VaadinService service, ShellServices services) {
    super(service);
    this.services = services;
    texts = new Texts(services.messages());
  }

  @Override
  public Stream<VaadinServiceInitListener> getServiceInitListeners() {
    return Stream.of(new PageSetup(services));
  }

  @Override
  public I18NProvider getI18NProvider() {
    return texts;
  }

  @Override
  public <T extends HasElement> T createRouteTarget(Class<T> type, NavigationEvent event) {
    if (type == Shell.class) {
      return type.cast(new Shell(services));
    }
    if (type == WorkspacePage.class) {
      return type.cast(new WorkspacePage(services));
    }
    if (type == SignInPage.class) {
      return type.cast(new SignInPage(services));
    }
    if (type == NoSuchPage.class) {
      return type.cast(new NoSuchPage(services));
    }
    if (type == FaultPage.class) {
      return type.cast(new FaultPage(services));
    }
    return super.createRouteTarget(type, event);
  }
}
