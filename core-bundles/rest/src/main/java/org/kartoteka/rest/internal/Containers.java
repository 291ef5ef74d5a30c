package org.kartoteka.rest.internal;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.glassfish.jersey.server.ResourceConfig;

/**
 * A container for the resources of each bundle, so that a bundle that comes or goes costs the
 * others nothing.
 */
final class Containers {

  private final ServletConfig servlet;
  private final ResourceRack rack;
  private final Function<List<Object>, ResourceConfig> configuration;
  private final Map<Shelf, SwappingContainer> containers = new ConcurrentHashMap<>();
  private volatile boolean closed;

  Containers(
      ServletConfig servlet,
      ResourceRack rack,
      Function<List<Object>, ResourceConfig> configuration) {
    this.servlet = servlet;
    this.rack = rack;
    this.configuration = configuration;
  }

  /**
   * Answers the request.
   *
   * @param path the address below the version
   */
  void serve(String path, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    boolean served = false;
    while (!served && !closed) {
      served = of(rack.at(path)).serve(path, request, response);
    }
    if (!served) {
      Closed.answer(response);
    }
  }

  /** Builds new containers where resources have changed, and ends those of bundles that left. */
  void settle() throws ServletException {
    List<Shelf> present = closed ? List.of() : rack.shelves();
    for (Shelf shelf : present) {
      of(shelf).settle();
    }
    for (Shelf shelf : containers.keySet()) {
      if (!present.contains(shelf)) {
        containers.remove(shelf).close();
      }
    }
  }

  private SwappingContainer of(Shelf shelf) {
    return containers.computeIfAbsent(
        shelf, one -> new SwappingContainer(servlet, one, configuration));
  }

  /** Ends; requests under way are finished. */
  void close() {
    closed = true;
    containers.values().forEach(SwappingContainer::close);
  }
}
