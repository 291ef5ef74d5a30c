package org.kartoteka.competitors.internal;

import java.util.Set;
import org.kartoteka.competitors.CompetitorProducts;
import org.kartoteka.competitors.Competitors;
import org.kartoteka.competitors.PresenceId;
import org.kartoteka.competitors.Presences;
import org.kartoteka.competitors.PriceObservationId;
import org.kartoteka.competitors.PriceObservations;
import org.kartoteka.competitors.StrategyChanges;
import org.kartoteka.competitors.internal.data.CompetitorPermissions;
import org.kartoteka.competitors.internal.data.PartyReach;
import org.kartoteka.platform.api.history.HistoryGuard;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.security.AccessControl;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The history of competitors is for those who may read of them; that of what was observed at a
 * customer only while it is there, unless one may see all customers.
 */
@Component
public final class CompetitorsHistory implements HistoryGuard {

  private final AccessControl access;
  private final PartyReach reach;
  private final Presences presences;
  private final PriceObservations prices;

  @Activate
  public CompetitorsHistory(
      @Reference AccessControl access,
      @Reference PartyReach reach,
      @Reference Presences presences,
      @Reference PriceObservations prices) {
    this.access = access;
    this.reach = reach;
    this.presences = presences;
    this.prices = prices;
  }

  @Override
  public Set<String> types() {
    return Set.of(
        Competitors.TYPE,
        StrategyChanges.TYPE,
        CompetitorProducts.TYPE,
        Presences.TYPE,
        PriceObservations.TYPE);
  }

  @Override
  public void requireReadable(String type, String id) {
    access.require(CompetitorPermissions.READ);
    boolean observed = type.equals(Presences.TYPE) || type.equals(PriceObservations.TYPE);
    if (!observed || reach.isWhole()) {
      return;
    }
    if (!id.matches("\\d{1,18}")) {
      throw new NotFound(type, id);
    }
    long number = Long.parseLong(id);
    if (type.equals(Presences.TYPE)) {
      presences.get(new PresenceId(number));
    } else {
      prices.get(new PriceObservationId(number));
    }
  }
}
