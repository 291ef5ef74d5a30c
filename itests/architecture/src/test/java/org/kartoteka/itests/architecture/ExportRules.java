package org.kartoteka.itests.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What may be seen of a bundle from outside. */
final class ExportRules {

  private static final String VERSION = "org.osgi.annotation.versioning.Version";

  private ExportRules() {}

  /** The packages that carry a version, which bnd exports. */
  static Set<String> versionedPackages(JavaClasses classes) {
    return classes.stream()
        .filter(type -> type.getSimpleName().equals("package-info"))
        .filter(type -> type.isAnnotatedWith(VERSION))
        .map(JavaClass::getPackageName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A package is exported exactly when it is not internal. */
  static List<String> exportedWhenNotInternal(JavaClasses classes) {
    Set<String> versioned = versionedPackages(classes);
    Set<String> packages =
        classes.stream()
            .map(JavaClass::getPackageName)
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> found = new ArrayList<>();
    for (String name : packages) {
      boolean internal = isInternal(name);
      if (internal && versioned.contains(name)) {
        found.add(name + " is internal and yet exported");
      } else if (!internal && !versioned.contains(name)) {
        found.add(name + " is neither internal nor has a package-info with @Version");
      }
    }
    return found;
  }

  /** No exported signature shows a type that others cannot or shall not see. */
  static List<String> signaturesShowContractsOnly(JavaClasses classes) {
    Set<String> versioned = versionedPackages(classes);
    return classes.stream()
        .filter(type -> versioned.contains(type.getPackageName()))
        .filter(ExportRules::isVisible)
        .flatMap(type -> hiddenTypes(type).stream())
        .sorted()
        .distinct()
        .toList();
  }

  private static List<String> hiddenTypes(JavaClass type) {
    List<String> found = new ArrayList<>();
    supertypes(type)
        .filter(shown -> isHidden(type, shown))
        .forEach(shown -> found.add(type.getName() + " extends " + shown.getName()));
    for (JavaMember member : type.getMembers()) {
      if (isSeenOutside(member)) {
        signature(member)
            .filter(shown -> isHidden(type, shown))
            .forEach(shown -> found.add(member.getFullName() + " shows " + shown.getName()));
      }
    }
    return found;
  }

  private static Stream<JavaClass> supertypes(JavaClass type) {
    Stream<JavaType> parents =
        Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
    return parents.map(JavaType::getAllInvolvedRawTypes).flatMap(Collection::stream);
  }

  private static Stream<JavaClass> signature(JavaMember member) {
    if (member instanceof JavaField field) {
      return field.getType().getAllInvolvedRawTypes().stream();
    }
    JavaCodeUnit unit = (JavaCodeUnit) member;
    Stream<JavaClass> parameters =
        unit.getParameterTypes().stream()
            .map(JavaType::getAllInvolvedRawTypes)
            .flatMap(Collection::stream);
    Stream<JavaClass> thrown = unit.getExceptionTypes().stream();
    return Stream.concat(
        Stream.concat(parameters, thrown), unit.getReturnType().getAllInvolvedRawTypes().stream());
  }

  private static boolean isSeenOutside(JavaMember member) {
    Set<JavaModifier> modifiers = member.getModifiers();
    return (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED))
        && !modifiers.contains(JavaModifier.SYNTHETIC);
  }

  private static boolean isVisible(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().map(ExportRules::isVisible).orElse(true);
  }

  private static boolean isHidden(JavaClass owner, JavaClass shown) {
    String name = shown.getBaseComponentType().getPackageName();
    boolean browserContract =
        owner.getPackageName().startsWith("org.kartoteka.ui.")
            || owner.getPackageName().startsWith("org.kartoteka.vaadin");
    boolean entityContract = owner.getPackageName().equals("org.kartoteka.persistence");
    return isInternal(name)
        || (name.startsWith("javax.persistence") && !entityContract)
        || name.startsWith("org.eclipse.persistence")
        || (name.startsWith("com.vaadin") && !browserContract);
  }

  private static boolean isInternal(String packageName) {
    return packageName.startsWith("org.kartoteka.")
        && (packageName.contains(".internal.") || packageName.endsWith(".internal"));
  }
}
