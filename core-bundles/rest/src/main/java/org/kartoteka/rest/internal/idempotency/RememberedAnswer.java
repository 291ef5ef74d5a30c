package org.kartoteka.rest.internal.idempotency;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** An answer as it was given the first time. */
record RememberedAnswer(int status, String contentType, String location, String etag, byte[] body) {

  void writeTo(HttpServletResponse response) throws IOException {
    response.setStatus(status);
    if (contentType != null) {
      response.setContentType(contentType);
    }
    setHeader(response, "Location", location);
    setHeader(response, "ETag", etag);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static void setHeader(HttpServletResponse response, String name, String value) {
    if (value != null) {
      response.setHeader(name, value);
    }
  }
}
