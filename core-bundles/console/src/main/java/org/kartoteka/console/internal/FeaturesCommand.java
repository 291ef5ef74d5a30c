package org.kartoteka.console.internal;

import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.kartoteka.platform.api.feature.FeatureCatalog;
import org.kartoteka.platform.api.feature.FeatureView;

/** Lists the features with their state. */
@Service
@Command(scope = "crm", name = "features", description = "Lists the features with their state")
public final class FeaturesCommand extends AdministratorCommand {

  @Reference FeatureCatalog features;

  @Override
  String run() {
    return features.features().stream()
        .map(FeaturesCommand::line)
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static String line(FeatureView feature) {
    String line =
        String.format(
            "%-20s %-10s %-10s %s",
            feature.id(), feature.version(), feature.state(), feature.title());
    if (feature.waitingEvents() > 0) {
      line += ", " + feature.waitingEvents() + " events wait";
    }
    return feature.health().isEmpty() ? line : line + ": " + String.join("; ", feature.health());
  }
}
