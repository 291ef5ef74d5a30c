package org.kartoteka.gate.internal;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.kartoteka.platform.api.http.Entrance;

/**
 * Tells in words what the web server refuses before anybody can look at it, such as an address with
 * a slash within a name, or headers that are too long, of which it would say nothing to programs;
 * and protects those answers as all others.
 */
final class Unreadable extends ErrorHandler {

  /** What the server calls an address of which it understands nothing. */
  private static final String NO_ADDRESS = "/badMessage";

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = request.getHttpURI().getPath();
    if (!response.getHeaders().contains("Content-Security-Policy")) {
      Arrival.protect(response.getHeaders());
    }
    boolean page = !NO_ADDRESS.equals(path) && Entrance.of(path) != Entrance.API;
    if (page && !isTooLong(response.getStatus())) {
      return super.handle(request, response, callback);
    }
    if (NO_ADDRESS.equals(path)) {
      // The server hangs up after it; who is not told loses the next request on the connection.
      response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
    }
    refusal(response.getStatus()).send(response, callback);
    return true;
  }

  private static boolean isTooLong(int status) {
    return status == HttpStatus.URI_TOO_LONG_414
        || status == HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431;
  }

  private static Refusal refusal(int status) {
    return switch (status) {
      case HttpStatus.BAD_REQUEST_400 ->
          new Refusal(
              status,
              "unreadable-request",
              "This request cannot be read",
              "Its address or one of its headers is not well formed. A name in an address cannot"
                  + " hold a slash, a backslash, a percent sign or a control character, nor be one"
                  + " or two dots. Names that can stand in addresses have none of them.");
      case HttpStatus.URI_TOO_LONG_414 ->
          new Refusal(
              status,
              "address-too-long",
              "This address is too long",
              "Address and headers together have 8 KiB at most. Ask with fewer filters at once.");
      case HttpStatus.EXPECTATION_FAILED_417 ->
          new Refusal(
              status,
              "unknown-expectation",
              "This expectation cannot be met",
              "The header Expect can say 100-continue and nothing else.");
      case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 ->
          new Refusal(
              status,
              "headers-too-long",
              "The headers are too long",
              "Address and headers together have 8 KiB at most. In a browser, remove the cookies"
                  + " of this site.");
      default ->
          new Refusal(
              status,
              "refused-request",
              "This request cannot be served",
              "The web server refused it before anybody could look at it: "
                  + HttpStatus.getMessage(status)
                  + ".");
    };
  }
}
