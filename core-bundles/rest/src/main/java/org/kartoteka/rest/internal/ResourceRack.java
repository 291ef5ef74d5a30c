package org.kartoteka.rest.internal;

import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The resources that are there now. */
final class ResourceRack {

  /** A resource with the bundle it came from. */
  record Entry(Object resource, long bundle) {

    /** The address of the resource. */
    String path() {
      Path path = resource.getClass().getAnnotation(Path.class);
      return path == null ? "" : path.value();
    }
  }

  private final Map<Long, Entry> entries = new TreeMap<>();
  private long edition;

  /** Adds the resource of a service. */
  synchronized void put(Object resource, Map<String, ?> properties) {
    entries.put(
        number(properties, "service.id"),
        new Entry(resource, number(properties, "service.bundleid")));
    edition++;
  }

  /** Takes the resource of a service away; null when it was not there. */
  synchronized Entry take(Map<String, ?> properties) {
    Entry entry = entries.remove(number(properties, "service.id"));
    if (entry != null) {
      edition++;
    }
    return entry;
  }

  /** Takes note that something else changed on which the containers depend. */
  synchronized void touch() {
    edition++;
  }

  /** Grows with every change. */
  synchronized long edition() {
    return edition;
  }

  synchronized List<Object> resources() {
    return new ArrayList<>(entries.values().stream().map(Entry::resource).toList());
  }

  /** The addresses of the resources. */
  synchronized List<String> paths() {
    return entries.values().stream().map(Entry::path).toList();
  }

  private static long number(Map<String, ?> properties, String name) {
    return properties.get(name) instanceof Number number ? number.longValue() : -1;
  }
}
