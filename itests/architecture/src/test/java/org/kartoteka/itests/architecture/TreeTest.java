package org.kartoteka.itests.architecture;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules 9 and 10: the files of the tree. */
class TreeTest {

  private final House house = House.ours();

  @Test
  void every_feature_bundle_has_what_a_feature_bundle_needs() {
    Violations.none(
        "a feature bundle is complete",
        house.features().stream().flatMap(b -> TreeRules.featureBundle(b).stream()).toList());
  }

  @Test
  void no_type_has_an_empty_name() {
    Violations.none(
        "types are called by their role",
        house.bundles().stream().flatMap(b -> TreeRules.emptyNames(b).stream()).toList());
  }

  @Test
  void no_file_names_a_path_of_somebodys_machine() {
    Path root = house.folder();
    List<String> found =
        TreeRules.keptFiles(root).stream()
            .filter(file -> !file.toString().contains("/src/test/resources/wrong/"))
            .flatMap(
                file ->
                    TreeRules.machinePaths(root.relativize(file).toString(), HouseBundle.read(file))
                        .stream())
            .toList();
    Violations.none("no machine paths", found);
  }
}
