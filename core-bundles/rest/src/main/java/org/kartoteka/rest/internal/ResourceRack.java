package org.kartoteka.rest.internal;

import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
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

  private static final String EVERYWHERE = "";

  private final Map<Long, Entry> entries = new TreeMap<>();
  private final NavigableMap<Long, String> changes = new TreeMap<>();
  private long edition;

  /** Adds the resource of a service. */
  synchronized void put(Object resource, Map<String, ?> properties) {
    Entry entry = new Entry(resource, number(properties, "service.bundleid"));
    entries.put(number(properties, "service.id"), entry);
    changed(entry.path());
  }

  /** Takes the resource of a service away; null when it was not there. */
  synchronized Entry take(Map<String, ?> properties) {
    Entry entry = entries.remove(number(properties, "service.id"));
    if (entry != null) {
      changed(entry.path());
    }
    return entry;
  }

  /** Takes note that something else changed on which the containers depend. */
  synchronized void touch() {
    changed(EVERYWHERE);
  }

  private void changed(String path) {
    changes.put(++edition, path);
  }

  /** Whether what answers at the address may have changed after the given edition. */
  synchronized boolean changedAt(String path, long since) {
    return edition != since
        && changes.tailMap(since, false).values().stream()
            .anyMatch(changed -> changed.equals(EVERYWHERE) || PathTemplates.begins(path, changed));
  }

  /** Forgets the changes up to an edition that is served now. */
  synchronized void served(long until) {
    changes.headMap(until, true).clear();
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
