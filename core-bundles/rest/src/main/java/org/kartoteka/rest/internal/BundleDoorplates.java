package org.kartoteka.rest.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.kartoteka.platform.api.feature.FeatureCatalog;
import org.kartoteka.platform.api.feature.FeatureState;
import org.kartoteka.platform.api.feature.FeatureView;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.rest.internal.problem.Doorplates;
import org.kartoteka.rest.internal.problem.FeatureAway;
import org.kartoteka.rest.internal.problem.NotReady;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * Reads whose addresses are whose from the bundles: the header {@code Kartoteka-Http} lists the
 * paths of a bundle's resources, without it the id of the feature is its path; beside these what
 * was seen of resources that left.
 */
final class BundleDoorplates implements Doorplates {

  static final String PATHS = "Kartoteka-Http";
  static final String FEATURE = "Kartoteka-Feature";

  private final BundleContext context;
  private final FeatureCatalog features;
  private final Map<String, Long> departed = new ConcurrentHashMap<>();
  private volatile Supplier<List<String>> present = List::of;

  BundleDoorplates(BundleContext context, FeatureCatalog features) {
    this.context = context;
    this.features = features;
  }

  /** Whose addresses a bundle says are its own. */
  private record Plate(String path, Bundle bundle) {}

  /** Tells where to ask for the paths of the resources that are there. */
  void present(Supplier<List<String>> paths) {
    present = paths;
  }

  /** Takes note that a resource at the path left with its bundle. */
  void departed(String path, long bundle) {
    departed.put(path, bundle);
  }

  @Override
  public Optional<Problem> absent(String path) {
    int answered =
        present.get().stream()
            .filter(prefix -> PathTemplates.begins(path, prefix))
            .mapToInt(PathTemplates::length)
            .max()
            .orElse(0);
    return plates()
        .filter(
            plate ->
                PathTemplates.begins(path, plate.path())
                    && PathTemplates.length(plate.path()) > answered)
        .max(Comparator.comparingInt(plate -> PathTemplates.length(plate.path())))
        .map(plate -> header(plate.bundle(), FEATURE).map(this::away).orElseGet(NotReady::new));
  }

  private Problem away(String feature) {
    Optional<FeatureView> view = features.feature(feature);
    return view.isPresent() && view.get().state() != FeatureState.STOPPED
        ? new NotReady()
        : new FeatureAway(feature, view.map(FeatureView::title).orElse(feature));
  }

  private Stream<Plate> plates() {
    Stream<Plate> remembered =
        departed.entrySet().stream()
            .map(entry -> new Plate(entry.getKey(), context.getBundle(entry.getValue())))
            .filter(plate -> plate.bundle() != null);
    Stream<Plate> declared =
        Arrays.stream(context.getBundles())
            .flatMap(bundle -> paths(bundle).map(path -> new Plate(path, bundle)));
    return Stream.concat(remembered, declared)
        .filter(plate -> plate.bundle().getState() != Bundle.UNINSTALLED);
  }

  private static Stream<String> paths(Bundle bundle) {
    String header = header(bundle, PATHS).or(() -> header(bundle, FEATURE)).orElse("");
    return Arrays.stream(header.split(",")).map(String::strip).filter(path -> !path.isEmpty());
  }

  private static Optional<String> header(Bundle bundle, String name) {
    return Optional.ofNullable(bundle.getHeaders(Locale.ROOT.toString()).get(name))
        .map(value -> value.split(";")[0]);
  }
}
