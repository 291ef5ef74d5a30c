package org.kartoteka.commissions.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kartoteka.commissions.AccrualState;
import org.kartoteka.commissions.internal.data.CommissionPermissions;
import org.kartoteka.commissions.internal.data.OpenAmounts;
import org.kartoteka.platform.api.feature.ImpactReporter;
import org.kartoteka.platform.api.i18n.Messages;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What would wait if this feature were stopped. */
@Component
public final class OpenWork implements ImpactReporter {

  private final OpenAmounts amounts;
  private final Messages messages;

  @Activate
  public OpenWork(@Reference OpenAmounts amounts, @Reference Messages messages) {
    this.amounts = amounts;
    this.messages = messages;
  }

  @Override
  public String feature() {
    return CommissionPermissions.FEATURE;
  }

  @Override
  public List<String> openWork(Locale locale) {
    List<String> work = new ArrayList<>();
    for (OpenAmounts.Open open : amounts.all()) {
      String key =
          open.state() == AccrualState.CALCULATED
              ? "commissions.impact.calculated"
              : "commissions.impact.granted";
      work.add(
          messages.text(
              locale,
              key,
              open.rows(),
              open.amount().amount(),
              open.amount().currency().getCurrencyCode()));
    }
    return work;
  }
}
