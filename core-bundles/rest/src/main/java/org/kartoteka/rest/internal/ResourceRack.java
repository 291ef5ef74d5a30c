package org.kartoteka.rest.internal;

import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The resources that are there now: our own, and those of each bundle on a shelf. */
final class ResourceRack {

  /** A resource with the bundle it came from. */
  record Entry(Object resource, long bundle) {

    /** The address of the resource. */
    String path() {
      return ResourceRack.path(resource);
    }
  }

  private final Shelf own = new Shelf();
  private final Map<Long, Shelf> shelves = new TreeMap<>();
  private volatile List<Shelf> present = List.of(own);
  private long edition;

  /** Puts what the API itself answers with in the place of what it had. */
  synchronized void own(Object... resources) {
    for (int i = 0; i < resources.length; i++) {
      own.put(i, resources[i]);
    }
    changed();
  }

  /** Adds the resource of a service. */
  synchronized void put(Object resource, Map<String, ?> properties) {
    shelves
        .computeIfAbsent(number(properties, "service.bundleid"), bundle -> new Shelf())
        .put(number(properties, "service.id"), resource);
    changed();
  }

  /** Takes the resource of a service away; null when it was not there. */
  synchronized Entry take(Map<String, ?> properties) {
    long bundle = number(properties, "service.bundleid");
    Shelf shelf = shelves.get(bundle);
    Object resource = shelf == null ? null : shelf.take(number(properties, "service.id"));
    if (resource == null) {
      return null;
    }
    if (shelf.isEmpty()) {
      shelves.remove(bundle);
    }
    changed();
    return new Entry(resource, bundle);
  }

  /** Takes note that something else changed on which all containers depend. */
  synchronized void touch() {
    present.forEach(Shelf::touch);
    changed();
  }

  private void changed() {
    present = Stream.concat(Stream.of(own), shelves.values().stream()).toList();
    edition++;
  }

  /** Where the resource is that answers at the address; our own shelf when there is none. */
  Shelf at(String path) {
    Shelf best = own;
    int most = own.fits(path);
    for (Shelf shelf : present) {
      int fits = shelf.fits(path);
      if (fits > most) {
        best = shelf;
        most = fits;
      }
    }
    return best;
  }

  /** All shelves that hold something now. */
  List<Shelf> shelves() {
    return present;
  }

  /** Grows with every change. */
  synchronized long edition() {
    return edition;
  }

  /** The addresses of the resources. */
  List<String> paths() {
    return present.stream().flatMap(shelf -> shelf.paths().stream()).toList();
  }

  /** The classes of the resources. */
  List<Class<?>> classes() {
    List<Class<?>> classes = new ArrayList<>();
    present.forEach(shelf -> shelf.resources().forEach(one -> classes.add(one.getClass())));
    return classes;
  }

  /** The address of a resource. */
  static String path(Object resource) {
    Path path = resource.getClass().getAnnotation(Path.class);
    return path == null ? "" : path.value();
  }

  private static long number(Map<String, ?> properties, String name) {
    return properties.get(name) instanceof Number number ? number.longValue() : -1;
  }
}
