package org.kartoteka.sales.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.feature.ImpactReporter;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.sales.DocumentQuery;
import org.kartoteka.sales.DocumentState;
import org.kartoteka.sales.internal.data.BillingRows;
import org.kartoteka.sales.internal.data.DocumentRows;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What would wait if this feature were stopped. */
@Component
public final class OpenWork implements ImpactReporter {

  private static final int AT_MOST = 100_000;

  private final RecordKeeping keeping;
  private final DocumentRows documents;
  private final BillingRows billing;
  private final Messages messages;

  @Activate
  public OpenWork(
      @Reference RecordKeeping keeping,
      @Reference DocumentRows documents,
      @Reference BillingRows billing,
      @Reference Messages messages) {
    this.keeping = keeping;
    this.documents = documents;
    this.billing = billing;
    this.messages = messages;
  }

  @Override
  public String feature() {
    return SalesPermissions.FEATURE;
  }

  @Override
  public List<String> openWork(Locale locale) {
    DocumentQuery drafts =
        new DocumentQuery(
            null, null, null, DocumentState.DRAFT, null, false, false, null, null, null);
    List<String> work = new ArrayList<>();
    say(
        work,
        locale,
        "sales.impact.drafts",
        documents.count(drafts, keeping.act().today(), AT_MOST));
    say(work, locale, "sales.impact.due", billing.parties(keeping.act().today()));
    return work;
  }

  private void say(List<String> work, Locale locale, String key, long count) {
    if (count > 0) {
      work.add(messages.text(locale, key, count));
    }
  }
}
