package org.kartoteka.itests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The checks find what is deliberately wrong; a check that cannot fail proves nothing. */
class RulesCanFailTest {

  private static final String COMPONENT = "BadComponent";

  private final JavaClasses wrong = new ClassFileImporter().importPackages("org.kartoteka.wrong");
  private final HouseBundle bundle =
      new House(Path.of("src/test/resources/wrong").toAbsolutePath()).bundle("wrong");

  @Test
  void exports() {
    Violations.found(
        "org.kartoteka.wrong.shown.UnsignedContract.parts() shows"
            + " org.kartoteka.wrong.internal.BadComponent",
        ExportRules.signaturesShowContractsOnly(wrong));
    Violations.found("shows com.vaadin", ExportRules.signaturesShowContractsOnly(wrong));
    finds("UnsignedContract", CodeRules.exportedInterfacesSayWhoImplementsThem());
    JavaClasses unversioned = new ClassFileImporter().importClasses(RulesCanFailTest.class);
    Violations.found("neither internal", ExportRules.exportedWhenNotInternal(unversioned));
  }

  @Test
  void components() {
    finds("service", CodeRules.referencesComeByConstructor());
    finds(COMPONENT, CodeRules.noActivator());
    finds(COMPONENT, CodeRules.trackersOnlyInPlatformAndShell());
    finds(COMPONENT, CodeRules.vaadinOnlyInTheBrowserPart());
    finds(COMPONENT, CodeRules.frontendAnnotationsOnlyInTheShell());
    finds(COMPONENT, CodeRules.noStandardStreams());
    finds(COMPONENT, CodeRules.threadsOnlyInPlatform());
    finds("java.time.Instant.now()", CodeRules.timeComesFromTheClock());
    finds("java.time.LocalDate.now()", CodeRules.timeComesFromTheClock());
    finds("java.util.Date", CodeRules.timeComesFromTheClock());
    finds(COMPONENT, CodeRules.nobodySleeps());
    finds("BadEntity", CodeRules.domainKnowsNoFramework());
  }

  @Test
  void directions() {
    DependencyRules rules = new DependencyRules(RulesCanFailTest::owner, Set.of("outer"));

    Violations.found("outer uses inner", rules.directions(wrong));
    Violations.found("outer reaches into inner", rules.internalsStayInside(wrong));
  }

  private static Optional<String> owner(JavaClass type) {
    if (!type.getPackageName().startsWith("org.kartoteka.wrong")) {
      return Optional.empty();
    }
    return Optional.of(type.getPackageName().contains("internal") ? "inner" : "outer");
  }

  @Test
  void sql() {
    List<String> found = new SqlRules(Set.of("core", "other", "wrong")).foreignTables(bundle);

    assertEquals(3, found.size(), found::toString);
    Violations.found("V001__wrong.sql names other.thing", found);
    Violations.found("V001__wrong.sql names core.party", found);
    Violations.found("WrongView.java names other.thing", found);
  }

  @Test
  void texts() {
    List<String> languages = TextRules.languages(bundle);

    Violations.found("wrong_pl.properties lacks wrong.broken", languages);
    Violations.found("wrong.extra, which English has not", languages);
    Violations.found("wrong.list.count has other arguments", languages);
    Violations.found("wrong.list.title is not translated", languages);
    Violations.found("wrong.broken is no message format", languages);
    Violations.found("wrong_bg.properties is missing", languages);
    Violations.found(
        "asks for the text wrong.list.absent",
        TextRules.missingKeys(bundle, Set.of("wrong.list.title")));
    Violations.found(
        "no name for the record wrong.thing",
        TextRules.nameless(bundle, Set.of("record.wrong.other")));
    assertEquals(1, TextRules.literals(bundle).size());
    Violations.found("says \"Save changes\"", TextRules.literals(bundle));
  }

  @Test
  void files() {
    List<String> found = TreeRules.featureBundle(bundle);

    Violations.found("pom.xml has 32 lines", found);
    Violations.found("lacks the heading Terms", found);
    Violations.found("is in no feature repository", found);
    Violations.found("no test of its schema", found);
    Violations.found("declares NameHelper", TreeRules.emptyNames(bundle));
    Violations.found(
        "notes:2", TreeRules.machinePaths("notes", "fine\nlook into /ho" + "me/ann/notes\n"));
    assertEquals(List.of(), TreeRules.machinePaths("notes", "see https://x.org/home/ann/ there"));
  }

  private void finds(String expected, ArchRule rule) {
    Violations.found(expected, Violations.of(rule, wrong));
  }
}
