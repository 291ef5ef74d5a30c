package org.kartoteka.gate.internal;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.kartoteka.platform.api.http.Entrance;

/**
 * Tells programs in words what the web server refuses before anybody can look at it, such as an
 * address with a slash within a name, of which it would say nothing.
 */
final class Unreadable extends ErrorHandler {

  private static final int BAD_REQUEST = 400;

  /** What the server calls an address of which it understands nothing. */
  private static final String NO_ADDRESS = "/badMessage";

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = request.getHttpURI().getPath();
    if (response.getStatus() != BAD_REQUEST
        || !NO_ADDRESS.equals(path) && Entrance.of(path) != Entrance.API) {
      return super.handle(request, response, callback);
    }
    if (NO_ADDRESS.equals(path)) {
      // The server hangs up after it; who is not told loses the next request on the connection.
      response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
    }
    new Refusal(
            BAD_REQUEST,
            "unreadable-request",
            "This request cannot be read",
            "A name in an address cannot hold a slash, a backslash, a percent sign or a control"
                + " character, nor be one or two dots. Names that can stand in addresses have none"
                + " of them.")
        .send(response, callback);
    return true;
  }
}
