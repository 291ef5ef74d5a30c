package org.kartoteka.console.internal;

import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.kartoteka.platform.api.feature.FeatureCatalog;
import org.kartoteka.platform.api.feature.FeatureImpact;

/** Stops a feature, or tells what that would mean. */
@Service
@Command(
    scope = "crm",
    name = "feature-stop",
    description = "Stops a feature; its data stays and events wait for it")
public final class StopFeatureCommand extends AdministratorCommand {

  @Reference FeatureCatalog features;

  @Argument(name = "feature", description = "The feature's id", required = true)
  String id;

  @Option(name = "--dry-run", description = "Only tell what stopping would mean")
  boolean dryRun;

  @Override
  String run() {
    return dryRun ? impact(features.impact(id)) : id + " is " + features.stop(id).state();
  }

  private static String impact(FeatureImpact impact) {
    List<String> lines = new ArrayList<>();
    lines.add("stops too: " + impact.stopsToo());
    lines.add("open views: " + impact.openViews());
    lines.add("events would wait for: " + impact.subscriptions());
    lines.addAll(impact.openWork());
    return String.join(System.lineSeparator(), lines);
  }
}
