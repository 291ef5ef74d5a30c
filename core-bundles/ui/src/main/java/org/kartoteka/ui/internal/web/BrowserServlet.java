package org.kartoteka.ui.internal.web;

import com.vaadin.flow.di.Lookup;
import com.vaadin.flow.di.LookupInitializer;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import com.vaadin.flow.server.startup.LookupServletContainerInitializer;
import com.vaadin.flow.server.startup.VaadinAppShellInitializer;
import com.vaadin.flow.shared.ApplicationConstants;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.kartoteka.platform.api.http.Entrance;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.ui.internal.session.SessionUser;
import org.kartoteka.ui.internal.session.Strangers;
import org.kartoteka.ui.internal.shell.FaultPage;
import org.kartoteka.ui.internal.shell.NoSuchPage;
import org.kartoteka.ui.internal.shell.Shell;
import org.kartoteka.ui.internal.shell.ShellServices;
import org.kartoteka.ui.internal.shell.SignInPage;
import org.kartoteka.ui.internal.shell.WorkspacePage;
import org.kartoteka.vaadin.theme.KartotekaPage;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.slf4j.MDC;

/**
 * The browser application. It takes the place of Vaadin's container initializers, which find
 * nothing in OSGi, and knows two routes only: signing in, and the workspace, which finds its pages
 * among the services of all bundles.
 */
@Component(
    service = Servlet.class,
    scope = ServiceScope.PROTOTYPE,
    property = {
      "osgi.http.whiteboard.servlet.pattern=/*",
      "osgi.http.whiteboard.servlet.name=kartoteka",
      "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true",
      "load-on-startup:Integer=1",
      "osgi.http.whiteboard.context.select=(osgi.http.whiteboard.context.name=default)",
      "servlet.init.productionMode=true",
      "servlet.init.org.atmosphere.container.JSR356AsyncSupport.mappingPath=/VAADIN/push",
      "servlet.init.closeIdleSessions=false",
      "servlet.init.heartbeatInterval=60"
    })
public class BrowserServlet extends VaadinServlet {

  private static final long serialVersionUID = 1L;
  private static final int TOO_MANY = 429;

  private final transient BundleContext bundle;
  private final transient ShellServices services;
  private final transient SessionUser sessionUser;
  private final transient CurrentUser currentUser;
  private final transient WebSockets webSockets;
  private final transient Strangers strangers;
  private transient ServiceRegistration<?> entrance;

  /** Work that may fail as a servlet may. */
  private interface Work {
    void run() throws ServletException, IOException;
  }

  @Activate
  public BrowserServlet(
      BundleContext bundle,
      @Reference ShellServices services,
      @Reference SessionUser sessionUser,
      @Reference CurrentUser currentUser,
      @Reference WebSockets webSockets,
      @Reference Strangers strangers) {
    this.bundle = bundle;
    this.webSockets = webSockets;
    this.strangers = strangers;
    this.services = services;
    this.sessionUser = sessionUser;
    this.currentUser = currentUser;
  }

  @Override
  public void init(ServletConfig config) throws ServletException {
    if (webSockets.comingTo(config.getServletContext())) {
      return;
    }
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(VaadinServlet.class.getClassLoader());
    try {
      prepare(config.getServletContext());
      super.init(config);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
    entrance = bundle.registerService(Entrance.class, Entrance.BROWSER, null);
  }

  @Override
  public void destroy() {
    if (entrance != null) {
      entrance.unregister();
      entrance = null;
      super.destroy();
    }
  }

  private void prepare(ServletContext context) throws ServletException {
    VaadinServletContext vaadinContext = new VaadinServletContext(context);
    if (vaadinContext.getAttribute(Lookup.class) == null) {
      new LookupServletContainerInitializer().process(Set.of(LookupInitializer.class), context);
    }
    VaadinAppShellInitializer.init(Set.of(KartotekaPage.class), vaadinContext);
    ApplicationRouteRegistry registry = ApplicationRouteRegistry.getInstance(vaadinContext);
    registry.setErrorNavigationTargets(Set.of(NoSuchPage.class, FaultPage.class));
    RouteConfiguration routes = RouteConfiguration.forRegistry(registry);
    routes.update(
        () -> {
          routes.getHandledRegistry().clean();
          routes.setRoute("sign-in", SignInPage.class);
          routes.setRoute(":view?/:path*", WorkspacePage.class, List.of(Shell.class));
        });
  }

  @Override
  protected DeploymentConfiguration createDeploymentConfiguration(Properties properties) {
    properties.setProperty("productionMode", "true");
    return super.createDeploymentConfiguration(properties);
  }

  @Override
  protected VaadinServletService createServletService(DeploymentConfiguration configuration)
      throws ServiceException {
    BrowserService service = new BrowserService(this, configuration, services, currentUser);
    service.init();
    return service;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(VaadinServlet.class.getClassLoader());
    MDC.put("correlation", UUID.randomUUID().toString().substring(24));
    MDC.put("traced", "true");
    try {
      asUser(request, response, () -> super.service(request, response));
    } finally {
      MDC.remove("correlation");
      MDC.remove("traced");
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private void asUser(HttpServletRequest request, HttpServletResponse response, Work work)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    boolean wasSignedIn = session != null && session.getAttribute(SessionUser.ID) != null;
    Optional<User> user = sessionUser.of(request, isByPerson(request));
    if (user.isEmpty()) {
      if (wasSignedIn) {
        session.invalidate();
      }
      asStranger(request, response, work);
      return;
    }
    try {
      currentUser.runAs(
          user.get(),
          () -> {
            try {
              work.run();
            } catch (IOException broken) {
              throw new UncheckedIOException(broken);
            } catch (ServletException failed) {
              throw new FailedInside(failed);
            }
            return null;
          });
    } catch (UncheckedIOException broken) {
      throw broken.getCause();
    } catch (FailedInside failed) {
      throw failed.failure;
    }
  }

  private void asStranger(HttpServletRequest request, HttpServletResponse response, Work work)
      throws ServletException, IOException {
    if (strangers.admits(request)) {
      work.run();
      strangers.left(request);
      return;
    }
    response.setStatus(TOO_MANY);
    response.setHeader("Retry-After", "1");
    response.setContentType("text/plain;charset=utf-8");
    response
        .getWriter()
        .write(services.messages().text(Messages.nearest(request.getLocale()), "ui.too-many"));
  }

  /** A page that is only open, or waits for news, is not being used. */
  private static boolean isByPerson(HttpServletRequest request) {
    String kind = request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER);
    return !ApplicationConstants.REQUEST_TYPE_HEARTBEAT.equals(kind)
        && !ApplicationConstants.REQUEST_TYPE_PUSH.equals(kind);
  }

  private static final class FailedInside extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final ServletException failure;

    FailedInside(ServletException failure) {
      super(failure);
      this.failure = failure;
    }
  }
}
