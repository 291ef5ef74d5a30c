package org.kartoteka.itests.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;

/** Rules 4, 5 and 7: how a component gets what it needs, and what it leaves alone. */
class ComponentTest {

  private final JavaClasses classes = House.ours().classes();

  @Test
  void services_come_by_the_constructor() {
    Violations.none(CodeRules.referencesComeByConstructor(), classes);
    Violations.none(CodeRules.componentFieldsAreFinal(), classes);
  }

  @Test
  void no_bundle_has_an_activator() {
    Violations.none(CodeRules.noActivator(), classes);
  }

  @Test
  void only_platform_and_ui_track_services_and_bundles() {
    Violations.none(CodeRules.trackersOnlyInPlatformAndShell(), classes);
  }

  @Test
  void vaadin_stays_in_ui_packages() {
    Violations.none(CodeRules.vaadinOnlyInTheBrowserPart(), classes);
  }

  @Test
  void only_the_shell_needs_routes_and_a_frontend_build() {
    Violations.none(CodeRules.frontendAnnotationsOnlyInTheShell(), classes);
  }

  @Test
  void nothing_is_written_to_the_standard_streams() {
    Violations.none(CodeRules.noStandardStreams(), classes);
  }

  @Test
  void only_platform_and_database_make_threads() {
    Violations.none(CodeRules.threadsOnlyInPlatform(), classes);
  }

  @Test
  void the_time_comes_from_the_clock() {
    Violations.none(CodeRules.timeComesFromTheClock(), classes);
  }

  @Test
  void nobody_sleeps() {
    Violations.none(CodeRules.nobodySleeps(), classes);
  }
}
