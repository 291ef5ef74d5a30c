package org.kartoteka.itests.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The whole source tree: its bundles, and their compiled classes. */
final class House {

  /** No bundle: it runs in tests only. */
  private static final String TEST_KIT = "testing";

  private static House ours;

  private final Path root;
  private final List<HouseBundle> bundles;
  private JavaClasses classes;
  private final Map<String, String> owners = new HashMap<>();

  House(Path root) {
    this.root = root;
    this.bundles =
        Stream.of("core-bundles", "feature-bundles")
            .flatMap(group -> modules(group, group.startsWith("feature")))
            .toList();
  }

  /** The tree this build belongs to. */
  static synchronized House ours() {
    if (ours == null) {
      ours = new House(root());
    }
    return ours;
  }

  private static Path root() {
    Path path = Path.of(System.getProperty("kartoteka.root", "")).toAbsolutePath();
    while (!Files.isDirectory(path.resolve("core-bundles"))) {
      path = path.getParent();
      if (path == null) {
        throw new IllegalStateException("the source tree is not to be found");
      }
    }
    return path;
  }

  Path folder() {
    return root;
  }

  List<HouseBundle> bundles() {
    return bundles;
  }

  List<HouseBundle> features() {
    return bundles.stream().filter(HouseBundle::feature).toList();
  }

  HouseBundle bundle(String name) {
    return bundles.stream()
        .filter(bundle -> bundle.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name));
  }

  /** The compiled main classes of all bundles. */
  synchronized JavaClasses classes() {
    if (classes == null) {
      List<Path> folders = new ArrayList<>();
      for (HouseBundle bundle : bundles) {
        if (Files.isDirectory(bundle.classes())) {
          folders.add(bundle.classes());
        }
      }
      classes = new ClassFileImporter().importPaths(folders);
      for (JavaClass type : classes) {
        ownerBySource(type).ifPresent(owner -> owners.put(type.getName(), owner));
      }
    }
    return classes;
  }

  /** The bundle that a class was compiled in; empty for classes of the JDK and of libraries. */
  Optional<String> owner(JavaClass type) {
    classes();
    JavaClass outer = type.getBaseComponentType();
    return Optional.ofNullable(owners.get(outer.getName()));
  }

  private Optional<String> ownerBySource(JavaClass type) {
    return type.getSource()
        .map(source -> source.getUri())
        .flatMap(
            uri ->
                bundles.stream()
                    .filter(bundle -> isBelow(uri, bundle.classes()))
                    .map(HouseBundle::name)
                    .findFirst());
  }

  private static boolean isBelow(URI uri, Path folder) {
    return Path.of(uri).startsWith(folder);
  }

  private Stream<HouseBundle> modules(String group, boolean feature) {
    Path folder = root.resolve(group);
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .filter(child -> Files.isRegularFile(child.resolve("pom.xml")))
          .filter(child -> !child.getFileName().toString().equals(TEST_KIT))
          .sorted(Comparator.comparing(Path::getFileName))
          .map(child -> new HouseBundle(child.getFileName().toString(), child, feature))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
