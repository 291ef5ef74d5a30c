package org.kartoteka.competitors.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kartoteka.competitors.StrategyChangeQuery;
import org.kartoteka.competitors.internal.data.AlertRows;
import org.kartoteka.competitors.internal.data.CompetitorPermissions;
import org.kartoteka.competitors.internal.data.StrategyChangeRows;
import org.kartoteka.platform.api.feature.ImpactReporter;
import org.kartoteka.platform.api.i18n.Messages;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What would wait if this feature were stopped. */
@Component
public final class OpenWork implements ImpactReporter {

  private static final StrategyChangeQuery OPEN =
      new StrategyChangeQuery(null, null, null, null, true, null, null);
  private static final int AT_MOST = 100_000;

  private final AlertRows alerts;
  private final StrategyChangeRows changes;
  private final Messages messages;

  @Activate
  public OpenWork(
      @Reference AlertRows alerts,
      @Reference StrategyChangeRows changes,
      @Reference Messages messages) {
    this.alerts = alerts;
    this.changes = changes;
    this.messages = messages;
  }

  @Override
  public String feature() {
    return CompetitorPermissions.FEATURE;
  }

  @Override
  public List<String> openWork(Locale locale) {
    List<String> work = new ArrayList<>();
    say(work, locale, "competitors.impact.reactions", changes.count(OPEN, AT_MOST));
    say(work, locale, "competitors.impact.alerts", alerts.unseenOfAll());
    return work;
  }

  private void say(List<String> work, Locale locale, String key, long count) {
    if (count > 0) {
      work.add(messages.text(locale, key, count));
    }
  }
}
