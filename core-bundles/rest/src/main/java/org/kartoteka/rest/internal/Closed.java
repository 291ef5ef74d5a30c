package org.kartoteka.rest.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kartoteka.rest.internal.problem.ProblemAnswer;
import org.kartoteka.rest.internal.problem.ProblemDetails;

/** The answer while the product starts, stops or has lost its database: no texts are there yet. */
final class Closed {

  private Closed() {}

  static void answer(HttpServletResponse response) throws IOException {
    response.setHeader("Cache-Control", "no-store");
    new ProblemAnswer(
            new LinkedHashMap<>(Map.of("Retry-After", "5")),
            new ProblemDetails(
                "urn:kartoteka:problem:not-ready",
                "Service Unavailable",
                503,
                "Kartoteka is starting or stopping. Try again in a moment.",
                null,
                null,
                null,
                null))
        .writeTo(response);
  }
}
