package org.kartoteka.console.internal;

import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.kartoteka.platform.api.health.Health;

/** Tells whether the product can serve. */
@Service
@Command(scope = "crm", name = "health", description = "Tells whether the product can serve")
public final class HealthCommand extends AdministratorCommand {

  @Reference Health health;

  @Override
  String run() {
    return (health.canServe() ? "can serve" : "cannot serve")
        + System.lineSeparator()
        + health.findings().stream()
            .map(
                one ->
                    String.format(
                        "%-24s %s",
                        one.feature(),
                        one.problem() == null
                            ? "well"
                            : messages.text(Locale.ENGLISH, one.problem())))
            .collect(Collectors.joining(System.lineSeparator()));
  }
}
