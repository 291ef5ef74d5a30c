package org.kartoteka.platform.internal.schema;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Component;

/**
 * Keeps how the schemas stand. A component of its own, because publishing a migrated schema already
 * wakes components that ask for the status while the migrations of others still run.
 */
@Component(service = {SchemaStatus.class, SchemaLedger.class})
public final class SchemaLedger implements SchemaStatus {
  private final Set<String> ready = new TreeSet<>();
  private final Map<String, String> problems = new HashMap<>();
  private final Set<String> refused = new HashSet<>();

  @Override
  public synchronized Set<String> ready() {
    return Set.copyOf(ready);
  }

  @Override
  public synchronized Map<String, String> problems() {
    return Map.copyOf(problems);
  }

  @Override
  public synchronized boolean isRefused(String symbolicName) {
    return refused.contains(symbolicName);
  }

  synchronized void ready(String symbolicName, String schema) {
    ready.add(schema);
    problems.remove(symbolicName);
    refused.remove(symbolicName);
  }

  synchronized void waits(String symbolicName, String problem) {
    problems.put(symbolicName, problem);
  }

  synchronized void refused(String symbolicName, String problem) {
    problems.put(symbolicName, problem);
    refused.add(symbolicName);
  }

  synchronized void gone(String symbolicName, String schema) {
    ready.remove(schema);
    problems.remove(symbolicName);
    refused.remove(symbolicName);
  }
}
