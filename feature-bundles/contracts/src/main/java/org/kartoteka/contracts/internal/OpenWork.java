package org.kartoteka.contracts.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kartoteka.contracts.ContractQuery;
import org.kartoteka.contracts.OriginalQuery;
import org.kartoteka.contracts.internal.data.ContractPermissions;
import org.kartoteka.contracts.internal.data.ContractRows;
import org.kartoteka.contracts.internal.data.OriginalRows;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.feature.ImpactReporter;
import org.kartoteka.platform.api.i18n.Messages;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What would wait if this feature were stopped. */
@Component
public final class OpenWork implements ImpactReporter {

  private static final int SOON = 30;
  private static final int AT_MOST = 100_000;

  private final ContractRows contracts;
  private final OriginalRows originals;
  private final RecordKeeping records;
  private final Messages messages;

  @Activate
  public OpenWork(
      @Reference ContractRows contracts,
      @Reference OriginalRows originals,
      @Reference RecordKeeping records,
      @Reference Messages messages) {
    this.contracts = contracts;
    this.originals = originals;
    this.records = records;
    this.messages = messages;
  }

  @Override
  public String feature() {
    return ContractPermissions.FEATURE;
  }

  @Override
  public List<String> openWork(Locale locale) {
    List<String> work = new ArrayList<>();
    say(
        work,
        locale,
        "contracts.impact.ending",
        contracts.count(ContractQuery.endingWithin(SOON, null), records.act().today(), AT_MOST));
    say(
        work,
        locale,
        "contracts.impact.originals",
        originals.count(OriginalQuery.missing(null), AT_MOST));
    return work;
  }

  private void say(List<String> work, Locale locale, String key, long count) {
    if (count > 0) {
      work.add(messages.text(locale, key, count));
    }
  }
}
