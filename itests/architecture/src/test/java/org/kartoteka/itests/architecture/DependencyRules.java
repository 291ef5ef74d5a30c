package org.kartoteka.itests.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Who may know whom. */
final class DependencyRules {

  /** What the bundles of the house may use; contracts never lead back to what implements them. */
  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          Map.entry("platform-api", Set.of()),
          Map.entry("core-api", Set.of("platform-api")),
          Map.entry("vaadin", Set.of()),
          Map.entry("gate", Set.of("platform-api")),
          Map.entry("ui-api", Set.of("platform-api", "core-api")),
          Map.entry("platform", Set.of("platform-api")),
          Map.entry("security", Set.of("platform-api")),
          Map.entry("persistence", Set.of("platform-api")),
          Map.entry("core", Set.of("platform-api", "core-api", "persistence")),
          Map.entry("rest", Set.of("platform-api", "core-api")),
          Map.entry("ui", Set.of("platform-api", "core-api", "ui-api", "vaadin")),
          Map.entry("ldap", Set.of("platform-api", "ui-api")),
          Map.entry("oidc", Set.of("platform-api", "ui-api")),
          Map.entry("print", Set.of("platform-api")),
          Map.entry("database", Set.of("platform-api")));

  private static final Set<String> FOR_FEATURES =
      Set.of("platform-api", "core-api", "persistence", "ui-api");

  /** Exported packages of another feature that a feature may use: add a line only with a reason. */
  private static final Map<String, Set<String>> AMONG_FEATURES = Map.of();

  private final Function<JavaClass, Optional<String>> owner;
  private final Set<String> features;

  DependencyRules(Function<JavaClass, Optional<String>> owner, Set<String> features) {
    this.owner = owner;
    this.features = features;
  }

  /** The bundles use one another in the allowed directions only. */
  List<String> directions(JavaClasses classes) {
    Set<String> found = new TreeSet<>();
    forEachAcross(
        classes,
        (from, to, dependency) -> {
          if (!mayUse(from, to)) {
            found.add(from + " uses " + to + ": " + dependency.getDescription());
          }
        });
    return List.copyOf(found);
  }

  /** The internal packages of a bundle are used by that bundle alone. */
  List<String> internalsStayInside(JavaClasses classes) {
    Set<String> found = new TreeSet<>();
    forEachAcross(
        classes,
        (from, to, dependency) -> {
          String name = dependency.getTargetClass().getBaseComponentType().getPackageName();
          if (name.contains(".internal.") || name.endsWith(".internal")) {
            found.add(from + " reaches into " + to + ": " + dependency.getDescription());
          }
        });
    return List.copyOf(found);
  }

  /** A class name belongs to one bundle, and a package to one bundle. */
  List<String> packagesBelongToOneBundle(JavaClasses classes) {
    Map<String, Set<String>> bundlesOf = new TreeMap<>();
    for (JavaClass type : classes) {
      owner
          .apply(type)
          .ifPresent(
              name ->
                  bundlesOf.computeIfAbsent(type.getPackageName(), p -> new TreeSet<>()).add(name));
    }
    return bundlesOf.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(entry -> entry.getKey() + " is in " + entry.getValue())
        .toList();
  }

  private interface Across {
    void dependency(String from, String to, Dependency dependency);
  }

  private void forEachAcross(JavaClasses classes, Across across) {
    for (JavaClass type : classes) {
      Optional<String> from = owner.apply(type);
      if (from.isEmpty()) {
        continue;
      }
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        Optional<String> to = owner.apply(dependency.getTargetClass());
        if (to.isPresent() && !to.get().equals(from.get())) {
          across.dependency(from.get(), to.get(), dependency);
        }
      }
    }
  }

  private boolean mayUse(String from, String to) {
    if (features.contains(from)) {
      return FOR_FEATURES.contains(to) || AMONG_FEATURES.getOrDefault(from, Set.of()).contains(to);
    }
    return ALLOWED.getOrDefault(from, FOR_FEATURES).contains(to);
  }
}
