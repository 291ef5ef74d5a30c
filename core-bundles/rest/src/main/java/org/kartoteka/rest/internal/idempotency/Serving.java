package org.kartoteka.rest.internal.idempotency;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Hands a request on to the resources. */
@FunctionalInterface
public interface Serving {

  /** Serves the request. */
  void serve(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException;
}
