package org.kartoteka.itests.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Rule 3: who knows whom. */
class DependencyTest {

  private final House house = House.ours();
  private final JavaClasses classes = house.classes();
  private final DependencyRules rules =
      new DependencyRules(
          house::owner,
          house.features().stream().map(HouseBundle::name).collect(Collectors.toSet()));

  @Test
  void internal_packages_are_used_by_their_bundle_alone() {
    Violations.none("internals stay inside", rules.internalsStayInside(classes));
  }

  @Test
  void bundles_use_one_another_in_the_allowed_directions() {
    Violations.none("dependencies run one way", rules.directions(classes));
  }

  @Test
  void a_package_belongs_to_one_bundle() {
    Violations.none("no split package", rules.packagesBelongToOneBundle(classes));
  }

  @Test
  void the_domain_knows_no_framework() {
    Violations.none(CodeRules.domainKnowsNoFramework(), classes);
  }

  @Test
  void the_packages_of_a_bundle_form_no_cycle() {
    List<String> found = new ArrayList<>();
    for (HouseBundle bundle : house.bundles()) {
      for (String slices : List.of(".(*)..", ".internal.(*)..")) {
        found.addAll(
            Violations.of(
                SlicesRuleDefinition.slices()
                    .matching(bundle.basePackage() + slices)
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true),
                classes));
      }
    }

    Violations.none("no cycle between the packages of a bundle", found);
  }
}
