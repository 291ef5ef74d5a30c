package org.kartoteka.sales.internal.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.sales.Catalogue;
import org.kartoteka.sales.ProductGroupData;
import org.kartoteka.sales.ProductGroupId;
import org.kartoteka.sales.ProductGroupView;

/**
 * Finds product groups by their names from the outermost on, and makes those that are not there.
 */
final class GroupPaths {

  private static final int LONGEST_CODE = 40;
  private static final int LONGEST_NAME = 300;

  private final Catalogue catalogue;
  private final Map<List<String>, ProductGroupId> known = new HashMap<>();
  private final Set<String> codes = new HashSet<>();

  GroupPaths(Catalogue catalogue) {
    this.catalogue = catalogue;
    Map<ProductGroupId, List<String>> paths = new HashMap<>();
    for (ProductGroupView group : catalogue.groups()) {
      List<String> path =
          new ArrayList<>(
              group.parentId() == null
                  ? List.of()
                  : paths.getOrDefault(group.parentId(), List.of()));
      path.add(key(group.name()));
      paths.put(group.id(), path);
      known.putIfAbsent(path, group.id());
      codes.add(group.code());
    }
  }

  /**
   * The group of a path such as {@code Bikes / Road Bikes}; null for none.
   *
   * @throws InvalidInput when a name in it cannot be; nothing was made then
   */
  ProductGroupId of(String text) {
    Findings findings = new Findings();
    names(text).forEach(name -> findings.requiredLine("group", name, LONGEST_NAME));
    findings.throwIfAny();
    ProductGroupId group = null;
    List<String> path = new ArrayList<>();
    for (String name : names(text)) {
      path.add(key(name));
      ProductGroupId parent = group;
      group = known.computeIfAbsent(List.copyOf(path), made -> make(name, parent));
    }
    return group;
  }

  private static List<String> names(String text) {
    return text == null
        ? List.of()
        : Stream.of(text.split("[/>\\\\]")).map(String::strip).filter(n -> !n.isEmpty()).toList();
  }

  private ProductGroupId make(String name, ProductGroupId parent) {
    return catalogue.addGroup(new ProductGroupData(free(name), name, parent)).id();
  }

  /** A code like the name that no other group has. */
  private String free(String name) {
    String like = name.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    String code = like.substring(0, Math.min(like.length(), LONGEST_CODE));
    for (int number = 2; !codes.add(code); number++) {
      String end = "-" + number;
      code = like.substring(0, Math.min(like.length(), LONGEST_CODE - end.length())) + end;
    }
    return code;
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
