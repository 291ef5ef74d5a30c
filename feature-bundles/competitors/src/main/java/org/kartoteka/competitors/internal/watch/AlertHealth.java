package org.kartoteka.competitors.internal.watch;

import java.util.Optional;
import org.kartoteka.competitors.internal.data.CompetitorPermissions;
import org.kartoteka.platform.api.health.HealthCheck;
import org.kartoteka.platform.api.journal.Journal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says so when alerts could not be made. */
@Component
public final class AlertHealth implements HealthCheck {

  private final Journal journal;

  @Activate
  public AlertHealth(@Reference Journal journal) {
    this.journal = journal;
  }

  @Override
  public String feature() {
    return CompetitorPermissions.FEATURE;
  }

  @Override
  public Optional<String> problem() {
    return journal.subscriptions().stream()
            .anyMatch(
                subscription ->
                    subscription.name().startsWith(CompetitorPermissions.FEATURE + ".")
                        && subscription.parked() > 0)
        ? Optional.of("competitors.health.parked")
        : Optional.empty();
  }
}
