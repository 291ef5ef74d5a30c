package org.kartoteka.ui.internal.web;

import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.ServiceDestroyListener;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.shared.Registration;
import java.net.URL;
import java.util.Optional;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.ui.internal.session.BrowserSession;
import org.kartoteka.ui.internal.shell.ShellServices;

/** Vaadin's service as it has to be in OSGi, and for our users. */
final class BrowserService extends VaadinServletService {

  private static final long serialVersionUID = 1L;
  private static final String META_DATA = "com.vaadin.flow.component.internal.ComponentMetaData";

  private final transient ShellServices services;
  private final transient CurrentUser currentUser;

  BrowserService(
      VaadinServlet servlet,
      DeploymentConfiguration configuration,
      ShellServices services,
      CurrentUser currentUser) {
    super(servlet, configuration);
    this.services = services;
    this.currentUser = currentUser;
  }

  @Override
  public void init() throws ServiceException {
    super.init();
    setClassLoader(VaadinServlet.class.getClassLoader());
    addUIInitListener(
        event -> BrowserPush.into(event.getUI(), currentUser, services.sessionUser()));
    setSystemMessagesProvider(new SystemTexts(services.messages()));
  }

  @Override
  protected Optional<Instantiator> loadInstantiators() {
    return Optional.of(new PageInstantiator(this, services));
  }

  /** The frontend lies in the bundle of Vaadin, which the servlet context does not see. */
  @Override
  public URL getStaticResource(String path) {
    URL resource = VaadinServlet.class.getClassLoader().getResource("META-INF/resources" + path);
    return resource != null ? resource : super.getStaticResource(path);
  }

  /**
   * Vaadin adds a listener for each class of a component and never takes it away; it would keep the
   * class loader of every feature that was ever stopped.
   */
  @Override
  public Registration addServiceDestroyListener(ServiceDestroyListener listener) {
    return listener.getClass().getName().startsWith(META_DATA)
        ? () -> {}
        : super.addServiceDestroyListener(listener);
  }

  @Override
  protected VaadinSession createVaadinSession(VaadinRequest request) {
    return new BrowserSession(this, currentUser, services.sessionUser());
  }
}
