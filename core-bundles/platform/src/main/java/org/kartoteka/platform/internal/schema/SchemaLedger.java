package org.kartoteka.platform.internal.schema;

import java.util.HashMap;
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

  @Override
  public synchronized Set<String> ready() {
    return Set.copyOf(ready);
  }

  @Override
  public synchronized Map<String, String> problems() {
    return Map.copyOf(problems);
  }

  synchronized void ready(String symbolicName, String schema) {
    ready.add(schema);
    problems.remove(symbolicName);
  }

  synchronized void problem(String symbolicName, String problem) {
    problems.put(symbolicName, problem);
  }

  synchronized void gone(String symbolicName, String schema) {
    ready.remove(schema);
    problems.remove(symbolicName);
  }
}
