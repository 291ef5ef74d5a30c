package org.kartoteka.platform.internal.feature;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** Says in plain words why a bundle does not resolve or its components do not start. */
final class PlainWords {

  private static final Pattern PACKAGE =
      Pattern.compile("osgi\\.wiring\\.package=([\\w.]+)\\)(?:\\(version>=([\\w.]+)\\))?");
  private static final Pattern JAVA = Pattern.compile("osgi\\.ee=JavaSE\\)\\(version=([\\d.]+)");

  private static final String CAUSE = "Caused by: ";

  private PlainWords() {}

  /** Of the framework's message about a bundle that cannot be resolved. */
  static String unresolved(String message) {
    String text = String.valueOf(message);
    Matcher java = JAVA.matcher(text);
    if (java.find()) {
      return "it needs Java " + java.group(1);
    }
    Matcher missing = PACKAGE.matcher(text);
    String last = null;
    while (missing.find()) {
      last =
          "it needs the package "
              + missing.group(1)
              + (missing.group(2) == null ? "" : " from version " + missing.group(2))
              + ", which nothing here offers";
    }
    return last == null ? text.replaceAll("\\s+", " ").replaceAll("\\.+$", "") : last;
  }

  /** What is at the bottom of a stack trace. */
  static String cause(String stackTrace) {
    String cause = "";
    for (String line : String.valueOf(stackTrace).lines().toList()) {
      if (cause.isEmpty() || line.startsWith(CAUSE)) {
        cause = line;
      }
    }
    return cause.replace(CAUSE, "");
  }

  /** Whether a component of the bundle was tried and failed, so that waiting is in vain. */
  static boolean failed(ServiceComponentRuntime components, Bundle bundle) {
    return components.getComponentDescriptionDTOs(bundle).stream()
        .flatMap(one -> components.getComponentConfigurationDTOs(one).stream())
        .anyMatch(one -> one.state == ComponentConfigurationDTO.FAILED_ACTIVATION);
  }

  /** The first component of the bundle that waits for a service, and for which. */
  static Optional<String> waiting(ServiceComponentRuntime components, Bundle bundle) {
    for (ComponentDescriptionDTO description : components.getComponentDescriptionDTOs(bundle)) {
      for (ComponentConfigurationDTO configuration :
          components.getComponentConfigurationDTOs(description)) {
        if (configuration.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE
            && configuration.unsatisfiedReferences.length > 0) {
          String reference = configuration.unsatisfiedReferences[0].name;
          String service = reference;
          for (var declared : description.references) {
            if (declared.name.equals(reference)) {
              service =
                  declared.interfaceName + (declared.target == null ? "" : " " + declared.target);
            }
          }
          return Optional.of(description.name + " waits for the service " + service);
        }
        if (configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
          return Optional.of(
              description.name + " could not be started: " + cause(configuration.failure));
        }
      }
    }
    return Optional.empty();
  }
}
