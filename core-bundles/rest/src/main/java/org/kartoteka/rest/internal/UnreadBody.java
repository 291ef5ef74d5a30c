package org.kartoteka.rest.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;

/**
 * What a refused request still had to say. A body left unread makes the server close the connection
 * behind the answer, and the next request of a client that reuses the connection is lost.
 */
final class UnreadBody {

  /** A longer rest costs less when the connection is closed. */
  private static final int WORTH_READING = 1 << 20;

  private UnreadBody() {}

  /** Reads the rest of the body and forgets it. */
  static void forget(HttpServletRequest request) throws IOException {
    if (request.isAsyncStarted() || request.getHeader("Expect") != null) {
      return;
    }
    InputStream body = request.getInputStream();
    byte[] buffer = new byte[8192];
    int left = WORTH_READING;
    int count = 0;
    while (count >= 0 && left > 0) {
      count = body.read(buffer);
      left -= count;
    }
  }
}
