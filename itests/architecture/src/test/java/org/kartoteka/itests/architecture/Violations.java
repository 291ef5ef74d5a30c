package org.kartoteka.itests.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** What a check found, and the two things a test says of it. */
final class Violations {

  private Violations() {}

  /** The house keeps the rule. */
  static void none(String rule, List<String> found) {
    assertTrue(
        found.isEmpty(),
        () -> rule + " (" + found.size() + " times not):\n  " + String.join("\n  ", found));
  }

  /** The house keeps the rule. */
  static void none(ArchRule rule, JavaClasses classes) {
    none(rule.getDescription(), of(rule, classes));
  }

  static List<String> of(ArchRule rule, JavaClasses classes) {
    return rule.allowEmptyShould(true).evaluate(classes).getFailureReport().getDetails();
  }

  /** The deliberately wrong sample is found out. */
  static void found(String expected, List<String> found) {
    assertTrue(
        found.stream().anyMatch(one -> one.contains(expected)),
        () -> "no violation names \"" + expected + "\" in:\n  " + String.join("\n  ", found));
  }
}
