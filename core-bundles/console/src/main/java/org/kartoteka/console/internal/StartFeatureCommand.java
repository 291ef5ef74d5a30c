package org.kartoteka.console.internal;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.kartoteka.platform.api.feature.FeatureCatalog;
import org.kartoteka.platform.api.feature.StartOutcome;

/** Starts a feature. */
@Service
@Command(scope = "crm", name = "feature-start", description = "Starts a feature")
public final class StartFeatureCommand extends AdministratorCommand {

  @Reference FeatureCatalog features;

  @Argument(name = "feature", description = "The feature's id", required = true)
  String id;

  @Override
  String run() {
    StartOutcome outcome = features.start(id);
    return id
        + " is "
        + outcome.feature().state()
        + ", "
        + outcome.caughtUp()
        + " events caught up, "
        + outcome.stillWaiting()
        + " still wait";
  }
}
