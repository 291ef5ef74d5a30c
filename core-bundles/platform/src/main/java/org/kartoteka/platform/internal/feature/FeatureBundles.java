package org.kartoteka.platform.internal.feature;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/** The installed bundles that are features, and how they hang together. */
final class FeatureBundles {

  static final String HEADER = "Kartoteka-Feature";

  private final BundleContext context;

  FeatureBundles(BundleContext context) {
    this.context = context;
  }

  /** All features by id. */
  Map<String, Bundle> all() {
    Map<String, Bundle> features = new TreeMap<>();
    for (Bundle bundle : context.getBundles()) {
      String id = id(bundle);
      if (id != null) {
        features.put(id, bundle);
      }
    }
    return features;
  }

  Optional<Bundle> bundle(String id) {
    return Optional.ofNullable(all().get(id));
  }

  /** The feature a bundle is; null when it is none. */
  static String id(Bundle bundle) {
    return bundle.getState() == Bundle.UNINSTALLED ? null : bundle.getHeaders("").get(HEADER);
  }

  /** What the bundles but that of the given feature have to themselves, by their names. */
  Map<String, Claims> claimsBut(String feature) {
    Map<String, Claims> claims = new TreeMap<>();
    for (Bundle bundle : context.getBundles()) {
      String id = id(bundle);
      if (!feature.equals(id) && bundle.getState() != Bundle.UNINSTALLED) {
        claims.put(
            id == null ? String.valueOf(bundle.getSymbolicName()) : id,
            Claims.of(bundle.getHeaders("")::get));
      }
    }
    return claims;
  }

  /** The features whose packages the bundle uses. */
  static List<String> needs(Bundle bundle) {
    Set<String> needs = new LinkedHashSet<>();
    BundleWiring wiring = bundle.adapt(BundleWiring.class);
    if (wiring != null) {
      for (BundleWire wire : wiring.getRequiredWires(PackageNamespace.PACKAGE_NAMESPACE)) {
        String id = id(wire.getProvider().getBundle());
        if (id != null && !id.equals(id(bundle))) {
          needs.add(id);
        }
      }
    }
    return List.copyOf(needs);
  }

  /** The features that use packages of this one, directly or by others, nearest first. */
  List<String> neededBy(String id) {
    Set<String> found = new LinkedHashSet<>();
    List<String> toLook = new ArrayList<>(List.of(id));
    Map<String, Bundle> all = all();
    while (!toLook.isEmpty()) {
      String next = toLook.remove(0);
      all.forEach(
          (other, bundle) -> {
            if (!other.equals(id) && needs(bundle).contains(next) && found.add(other)) {
              toLook.add(other);
            }
          });
    }
    return List.copyOf(found);
  }

  /**
   * What a running bundle offers to the house: the contract's name and the class that fulfils it.
   */
  static List<String> contributions(Bundle bundle) {
    ServiceReference<?>[] services = bundle.getRegisteredServices();
    Set<String> found = new LinkedHashSet<>();
    for (ServiceReference<?> service : services == null ? new ServiceReference<?>[0] : services) {
      Object component = service.getProperty("component.name");
      if (component == null) {
        continue;
      }
      String implementation = simple(component.toString());
      if (Boolean.TRUE.equals(service.getProperty("kartoteka.http.resource"))) {
        found.add("HttpResource: " + implementation);
        continue;
      }
      for (String contract : (String[]) service.getProperty("objectClass")) {
        if (contract.startsWith("org.kartoteka.") && contract.contains(".api.")) {
          found.add(simple(contract) + ": " + implementation);
        }
      }
    }
    return found.stream().sorted().toList();
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
