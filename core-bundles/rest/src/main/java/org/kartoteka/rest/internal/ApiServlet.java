package org.kartoteka.rest.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.kartoteka.platform.api.http.Entrance;
import org.kartoteka.rest.internal.openapi.ApiDescription;
import org.kartoteka.rest.internal.resource.OpenApiResource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.AnyService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door at {@code /api}. It is there as long as the bundle is, whatever else is missing, so that
 * an address of the API is never answered by the pages of the browser application.
 */
@Component(
    service = Servlet.class,
    property = {
      "osgi.http.whiteboard.servlet.pattern=/api/*",
      "osgi.http.whiteboard.servlet.name=api",
      "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true",
      "load-on-startup:Integer=1",
      "osgi.http.whiteboard.context.select=(osgi.http.whiteboard.context.name=default)"
    })
public final class ApiServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(ApiServlet.class);
  private static final long SETTLE_MILLIS = 250;

  private final transient ResourceRack rack = new ResourceRack();
  private final transient OpenApiResource description =
      new OpenApiResource(new ApiDescription(rack::edition, rack::classes));
  private transient volatile Reception reception;
  private final transient BundleContext context;
  private transient volatile Containers containers;
  private transient ServiceRegistration<?> entrance;

  @Activate
  public ApiServlet(BundleContext context) {
    this.context = context;
  }

  @Reference(
      service = AnyService.class,
      target = "(kartoteka.http.resource=true)",
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void bindResource(Object resource, Map<String, Object> properties) {
    rack.put(resource, properties);
    settleSoon();
  }

  void unbindResource(Object resource, Map<String, Object> properties) {
    ResourceRack.Entry gone = rack.take(properties);
    Reception present = reception;
    if (gone != null && present != null) {
      present.departed(gone.path(), gone.bundle());
    }
    settleSoon();
  }

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  void bindReception(Reception arrived) {
    arrived.present(rack::paths);
    reception = arrived;
    rack.own(arrived.health(), description);
    rack.touch();
    settleSoon();
  }

  void unbindReception(Reception gone) {
    if (reception == gone) {
      reception = null;
      rack.touch();
    }
  }

  @Override
  public void init() {
    containers =
        new Containers(getServletConfig(), rack, resources -> reception.configuration(resources));
    settleSoon();
    entrance = context.registerService(Entrance.class, Entrance.API, null);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Reception present = reception;
    if (present == null) {
      Closed.answer(response);
    } else {
      present.receive(request, response, containers);
    }
    UnreadBody.forget(request);
  }

  @Override
  public void destroy() {
    entrance.unregister();
    containers.close();
  }

  /** Builds new containers when the resources have come to rest, if no request did meanwhile. */
  private void settleSoon() {
    if (containers != null && reception != null) {
      long edition = rack.edition();
      CompletableFuture.runAsync(
          () -> settle(edition),
          CompletableFuture.delayedExecutor(SETTLE_MILLIS, TimeUnit.MILLISECONDS));
    }
  }

  private void settle(long edition) {
    Containers present = containers;
    if (present != null && reception != null && edition == rack.edition()) {
      try {
        present.settle();
      } catch (ServletException | RuntimeException e) {
        LOG.warn("The HTTP API could not be prepared; the next request tries again", e);
      }
    }
  }
}
