package org.kartoteka.gate.internal;

import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.kartoteka.platform.api.http.Entrance;

/**
 * Tells in words what the web server refuses before anybody can look at it, such as an address with
 * a slash within a name, or headers that are too long, of which it would say nothing; and protects
 * those answers as all others.
 */
final class Unreadable extends ErrorHandler {

  private static final int BAD_REQUEST = 400;
  private static final int LONG_ADDRESS = 414;
  private static final int LONG_HEADERS = 431;
  private static final Map<Integer, Refusal> REFUSALS =
      Map.of(
          BAD_REQUEST,
          new Refusal(
              BAD_REQUEST,
              "unreadable-request",
              "This request cannot be read",
              "Its address or one of its headers is not well formed. A name in an address cannot"
                  + " hold a slash, a backslash, a percent sign or a control character, nor be one"
                  + " or two dots. Names that can stand in addresses have none of them."),
          LONG_ADDRESS,
          new Refusal(
              LONG_ADDRESS, "address-too-long", "The address is too long", "Ask for less at once."),
          LONG_HEADERS,
          new Refusal(
              LONG_HEADERS,
              "headers-too-long",
              "The headers are too long",
              "Send fewer or shorter headers. In a browser, remove the cookies of this site."));

  /** What the server calls an address of which it understands nothing. */
  private static final String NO_ADDRESS = "/badMessage";

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = request.getHttpURI().getPath();
    Refusal refusal = REFUSALS.get(response.getStatus());
    if (!response.getHeaders().contains("Content-Security-Policy")) {
      Arrival.protect(response.getHeaders());
    }
    if (refusal == null
        || refusal.status() == BAD_REQUEST
            && !NO_ADDRESS.equals(path)
            && Entrance.of(path) != Entrance.API) {
      return super.handle(request, response, callback);
    }
    if (NO_ADDRESS.equals(path)) {
      // The server hangs up after it; who is not told loses the next request on the connection.
      response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
    }
    refusal.send(response, callback);
    return true;
  }
}
