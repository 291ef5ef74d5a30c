package org.kartoteka.ui.api.internal;

import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import org.osgi.service.component.annotations.Component;

/**
 * Never used by a browser. Pax Web adds WebSocket support to a servlet context only when an
 * endpoint is registered in it, and restarts the context for that: so it stands here, in a bundle
 * that starts before those with servlets, else their addresses would answer 404 for a while.
 */
@Component(
    service = PushEndpoint.class,
    property = {
      "org.ops4j.pax.web.http.whiteboard.websocket=true",
      "osgi.http.whiteboard.context.select=(osgi.http.whiteboard.context.name=default)"
    })
@ServerEndpoint("/kartoteka-push-support")
public class PushEndpoint {

  /** Closes what should not have been opened. */
  @OnOpen
  public void open(Session session) throws IOException {
    session.close();
  }
}
