package org.kartoteka.itests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The rules that the byte code of a single class shows. */
final class CodeRules {

  private static final String COMPONENT = "org.osgi.service.component.annotations.Component";
  private static final String REFERENCE = "org.osgi.service.component.annotations.Reference";
  private static final Set<String> CLOCKED =
      Set.of(
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalTime",
          "java.time.LocalDateTime",
          "java.time.OffsetDateTime",
          "java.time.ZonedDateTime",
          "java.time.Year",
          "java.time.YearMonth");
  private static final String[] BROWSER_PACKAGES = {
    "org.kartoteka.ui..", "org.kartoteka.vaadin..", "org.kartoteka..internal.ui.."
  };
  private static final String[] FRONTEND_PACKAGES = {
    "org.kartoteka.ui..", "org.kartoteka.vaadin.."
  };

  private CodeRules() {}

  static ArchRule domainKnowsNoFramework() {
    return noClasses()
        .that()
        .resideInAPackage("..internal.domain..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.osgi..", "com.vaadin..", "org.eclipse.persistence..", "jakarta..")
        .as("internal.domain knows the JDK, JPA annotations and value types only");
  }

  static ArchRule referencesComeByConstructor() {
    return noFields()
        .should()
        .beAnnotatedWith(REFERENCE)
        .as("services come by the constructor, not into fields");
  }

  static ArchRule componentFieldsAreFinal() {
    return fields()
        .that()
        .areDeclaredInClassesThat(
            describe("are components", type -> type.isAnnotatedWith(COMPONENT)))
        .and(describe("hold services", CodeRules::holdsHouseService))
        .should()
        .beFinal()
        .as("a component keeps its services in final fields");
  }

  private static boolean holdsHouseService(com.tngtech.archunit.core.domain.JavaField field) {
    return field.getRawType().getPackageName().startsWith("org.kartoteka.")
        && field.getRawType().isAnnotatedWith("org.osgi.annotation.versioning.ProviderType");
  }

  static ArchRule noActivator() {
    return noClasses()
        .should()
        .implement(named("org.osgi.framework.BundleActivator"))
        .as("no bundle activator");
  }

  static ArchRule trackersOnlyInPlatformAndShell() {
    return noClasses()
        .that()
        .resideOutsideOfPackages("org.kartoteka.platform..", "org.kartoteka.ui..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.osgi.util.tracker..")
        .as("trackers belong into platform and ui");
  }

  static ArchRule vaadinOnlyInTheBrowserPart() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(BROWSER_PACKAGES)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.vaadin..", "elemental..")
        .as("Vaadin only in ui packages");
  }

  static ArchRule frontendAnnotationsOnlyInTheShell() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(FRONTEND_PACKAGES)
        .should()
        .beAnnotatedWith("com.vaadin.flow.router.Route")
        .orShould()
        .beAnnotatedWith("com.vaadin.flow.component.dependency.JsModule")
        .orShould()
        .beAnnotatedWith("com.vaadin.flow.component.dependency.NpmPackage")
        .orShould()
        .beAnnotatedWith("com.vaadin.flow.component.dependency.CssImport")
        .orShould()
        .beAnnotatedWith("com.vaadin.flow.theme.Theme")
        .as("@Route, @JsModule, @NpmPackage, @CssImport, @Theme only in ui, ui-api and vaadin");
  }

  static ArchRule noStandardStreams() {
    return noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .as("logs go to the log, not to the standard streams");
  }

  static ArchRule threadsOnlyInPlatform() {
    return noClasses()
        .that()
        .resideOutsideOfPackages("org.kartoteka.platform..", "org.kartoteka.database..")
        .should()
        .callConstructorWhere(
            describe(
                "it makes a thread", call -> call.getTargetOwner().isAssignableTo(Thread.class)))
        .orShould()
        .callMethodWhere(
            describe(
                "it makes a pool of threads",
                call -> call.getTargetOwner().getName().equals("java.util.concurrent.Executors")))
        .as("threads are made by platform, and by the database that is there before it");
  }

  /** A certificate of Java tells until when it is valid as an old date. */
  static ArchRule timeComesFromTheClock() {
    return noClasses()
        .that()
        .doNotHaveFullyQualifiedName("org.kartoteka.platform.api.identity.TrustedCertificates")
        .should()
        .callMethodWhere(describe("it asks the system for the time", CodeRules::readsSystemTime))
        .orShould()
        .dependOnClassesThat(resideInAnyPackage("java.util").and(named("java.util.Date")))
        .orShould()
        .dependOnClassesThat(named("java.util.Calendar"))
        .as("the time comes from the Clock service, as java.time");
  }

  private static boolean readsSystemTime(JavaAccess<?> call) {
    boolean now =
        call.getName().equals("now")
            && CLOCKED.contains(call.getTargetOwner().getName())
            && !call.getTarget().getFullName().contains("java.time.Clock");
    boolean millis =
        call.getName().equals("currentTimeMillis")
            && call.getTargetOwner().isEquivalentTo(System.class);
    return now || millis;
  }

  static ArchRule nobodySleeps() {
    return noClasses()
        .should()
        .callMethodWhere(describe("it sleeps", CodeRules::sleeps))
        .as("nobody sleeps: waits have an event to wait for, and an end");
  }

  private static boolean sleeps(JavaAccess<?> call) {
    boolean thread = call.getTargetOwner().isEquivalentTo(Thread.class);
    boolean unit = call.getTargetOwner().isEquivalentTo(TimeUnit.class);
    return (thread || unit) && call.getName().equals("sleep");
  }

  static ArchRule exportedInterfacesSayWhoImplementsThem() {
    return classes()
        .that()
        .areInterfaces()
        .and()
        .areTopLevelClasses()
        .and()
        .areNotAnnotations()
        .and()
        .resideOutsideOfPackage("..internal..")
        .and(describe("are public", type -> type.getModifiers().contains(JavaModifier.PUBLIC)))
        .should()
        .beAnnotatedWith("org.osgi.annotation.versioning.ProviderType")
        .orShould()
        .beAnnotatedWith("org.osgi.annotation.versioning.ConsumerType")
        .as("an exported interface is @ProviderType or @ConsumerType");
  }

  private static DescribedPredicate<JavaClass> named(String name) {
    return describe("are " + name, type -> type.getName().equals(name));
  }
}
