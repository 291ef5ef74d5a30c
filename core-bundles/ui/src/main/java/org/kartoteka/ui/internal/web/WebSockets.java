package org.kartoteka.ui.internal.web;

import jakarta.servlet.ServletContext;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that the servlet context has web sockets. Pax Web loses the endpoint that asks for
 * them when it comes just while the whiteboard is coming up: they are asked for once more then.
 */
@Component(service = WebSockets.class)
public class WebSockets {

  private static final Logger LOG = LoggerFactory.getLogger(WebSockets.class);

  private final BundleContext bundle;
  private final ExecutorService executor;
  private final AtomicBoolean asked = new AtomicBoolean();

  @Activate
  public WebSockets(
      BundleContext bundle,
      @Reference(target = "(kartoteka.executor=background)") ExecutorService executor) {
    this.bundle = bundle;
    this.executor = executor;
  }

  /**
   * Whether a servlet should wait: the context is started anew with web sockets, and its servlets
   * with it.
   */
  boolean comingTo(ServletContext context) {
    if (context.getAttribute(ServerContainer.class.getName()) != null
        || !asked.compareAndSet(false, true)) {
      return false;
    }
    LOG.info("There are no web sockets yet; the servlet context is started once more with them");
    executor.execute(
        () ->
            bundle.registerService(
                Asking.class,
                new Asking(),
                new Hashtable<>(
                    Map.of(
                        "org.ops4j.pax.web.http.whiteboard.websocket",
                        "true",
                        "osgi.http.whiteboard.context.select",
                        "(osgi.http.whiteboard.context.name=default)"))));
    return true;
  }

  /** Never used by a browser; its registration brings web sockets to the context. */
  @ServerEndpoint("/kartoteka-push-support-again")
  public static final class Asking {

    /** Closes what should not have been opened. */
    @OnOpen
    public void open(Session session) throws IOException {
      session.close();
    }
  }
}
