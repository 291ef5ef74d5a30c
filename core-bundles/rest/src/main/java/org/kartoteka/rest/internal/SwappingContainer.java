package org.kartoteka.rest.internal;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves with the resources of a bundle that are there now. After a change the next request to an
 * address that is concerned waits for a new container, requests to others go on in the present one;
 * a moment later the new one is there for all. Requests in the old one end in peace.
 */
final class SwappingContainer {

  private static final Logger LOG = LoggerFactory.getLogger(SwappingContainer.class);

  private final ServletConfig servlet;
  private final Shelf shelf;
  private final Function<List<Object>, ResourceConfig> configuration;
  private volatile Generation present;
  private volatile long edition = -1;
  private volatile boolean closed;

  SwappingContainer(
      ServletConfig servlet, Shelf shelf, Function<List<Object>, ResourceConfig> configuration) {
    this.servlet = servlet;
    this.shelf = shelf;
    this.configuration = configuration;
  }

  /**
   * Answers the request, unless it is closed meanwhile.
   *
   * @param path the address below the version
   */
  boolean serve(String path, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    boolean served = false;
    while (!served && !closed) {
      if (present == null || shelf.changedAt(path, edition)) {
        settle();
      }
      Generation generation = present;
      served = generation != null && generation.serve(request, response);
    }
    return served;
  }

  /** Builds a new container when the resources have changed. */
  void settle() throws ServletException {
    if (edition != shelf.edition()) {
      rebuild();
    }
  }

  private synchronized void rebuild() throws ServletException {
    long wanted = shelf.edition();
    if (closed || edition == wanted) {
      return;
    }
    List<Object> resources = shelf.resources();
    long start = System.nanoTime();
    Generation before = present;
    present = build(resources);
    edition = wanted;
    shelf.served(wanted);
    if (before != null) {
      before.retire();
    }
    LOG.info(
        "A bundle has {} resources of the HTTP API now, ready in {} ms",
        resources.size(),
        (System.nanoTime() - start) / 1_000_000);
  }

  private Generation build(List<Object> resources) throws ServletException {
    try {
      return JerseyLoader.call(
          () -> {
            ServletContainer container = new ServletContainer(configuration.apply(resources));
            container.init(servlet);
            return new Generation(container);
          });
    } catch (ServletException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }

  /** Ends; requests under way are finished. */
  synchronized void close() {
    closed = true;
    if (present != null) {
      present.retire();
    }
  }
}
