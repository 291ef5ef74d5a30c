package org.kartoteka.itests.architecture;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rules 1 and 2: what a bundle shows. */
class ExportTest {

  private static final Pattern PACKAGE = Pattern.compile("(?:^|,)([a-z][\\w.]*)(?=[;,]|$)");

  private final House house = House.ours();
  private final JavaClasses classes = house.classes();

  @Test
  void there_are_classes_to_look_at() {
    assertFalse(classes.isEmpty());
  }

  @Test
  void a_package_is_exported_exactly_when_it_is_not_internal() {
    Violations.none(
        "exported are versioned packages, internal all others",
        ExportRules.exportedWhenNotInternal(classes));
  }

  @Test
  void the_built_bundles_export_their_versioned_packages_and_nothing_else() throws IOException {
    List<String> found = new ArrayList<>();
    Set<String> versioned = ExportRules.versionedPackages(classes);
    for (HouseBundle bundle : house.bundles()) {
      Path jar = bundle.folder().resolve("target/" + bundle.name() + "-0.1.0.jar");
      if (!Files.exists(jar) || bundle.sources().isEmpty()) {
        continue;
      }
      Set<String> exported = exported(jar);
      exported.removeIf(name -> !name.startsWith("org.kartoteka."));
      Set<String> own = new TreeSet<>(versioned);
      own.removeIf(name -> !Files.isDirectory(bundle.classes().resolve(name.replace('.', '/'))));
      own.removeIf(
          name ->
              !Files.exists(
                  bundle.classes().resolve(name.replace('.', '/') + "/package-info.class")));
      if (!exported.equals(own)) {
        found.add(bundle.name() + " exports " + exported + " and has versions for " + own);
      }
    }
    Violations.none("exported exactly the packages with @Version", found);
  }

  @Test
  void exported_interfaces_say_who_implements_them() {
    Violations.none(CodeRules.exportedInterfacesSayWhoImplementsThem(), classes);
  }

  @Test
  void exported_signatures_show_contracts_only() {
    Violations.none(
        "no internal, JPA, EclipseLink or Vaadin type in an exported signature",
        ExportRules.signaturesShowContractsOnly(classes));
  }

  private static Set<String> exported(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      String header = file.getManifest().getMainAttributes().getValue("Export-Package");
      Set<String> packages = new TreeSet<>();
      if (header != null) {
        Matcher matcher = PACKAGE.matcher(header.replaceAll("\"[^\"]*\"", ""));
        while (matcher.find()) {
          packages.add(matcher.group(1));
        }
      }
      return packages;
    }
  }
}
