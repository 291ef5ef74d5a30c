package org.kartoteka.rest.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The resources of one bundle that are there now. */
final class Shelf {

  private static final String EVERYWHERE = "";

  private final Map<Long, Object> resources = new TreeMap<>();
  private final NavigableMap<Long, String> changes = new TreeMap<>();
  private volatile List<String> paths = List.of();
  private long edition;

  synchronized void put(long service, Object resource) {
    resources.put(service, resource);
    changed(ResourceRack.path(resource));
  }

  /** Takes a resource away; null when it was not there. */
  synchronized Object take(long service) {
    Object resource = resources.remove(service);
    if (resource != null) {
      changed(ResourceRack.path(resource));
    }
    return resource;
  }

  /** Takes note that something else changed on which the container depends. */
  synchronized void touch() {
    changed(EVERYWHERE);
  }

  private void changed(String path) {
    paths = resources.values().stream().map(ResourceRack::path).toList();
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

  synchronized boolean isEmpty() {
    return resources.isEmpty();
  }

  synchronized List<Object> resources() {
    return new ArrayList<>(resources.values());
  }

  /** The addresses of the resources. */
  List<String> paths() {
    return paths;
  }

  /** How many parts of the address the resource has that fits it best; 0 when none fits. */
  int fits(String path) {
    int most = 0;
    for (String template : paths) {
      if (PathTemplates.begins(path, template)) {
        most = Math.max(most, PathTemplates.length(template));
      }
    }
    return most;
  }
}
