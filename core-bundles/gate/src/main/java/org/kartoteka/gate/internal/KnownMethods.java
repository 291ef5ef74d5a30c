package org.kartoteka.gate.internal;

import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.kartoteka.platform.api.http.Entrance;

/** Refuses the methods of HTTP that an entrance has no use for; pages would answer any. */
final class KnownMethods extends Handler.Abstract.NonBlocking {

  private static final List<String> OF_PAGES = List.of("GET", "HEAD", "POST");
  private static final List<String> OF_THE_API =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final int NOT_ALLOWED = 405;

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    boolean api = Entrance.of(Request.getPathInContext(request)) == Entrance.API;
    List<String> known = api ? OF_THE_API : OF_PAGES;
    if (known.contains(request.getMethod())) {
      return false;
    }
    response.getHeaders().put(HttpHeader.ALLOW, String.join(", ", known));
    new Refusal(
            NOT_ALLOWED,
            "method-not-allowed",
            "Method not allowed",
            "The header Allow names the methods that are understood here.")
        .send(response, callback);
    return true;
  }
}
