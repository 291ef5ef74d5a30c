package org.kartoteka.competitors.internal.ui;

import java.util.Currency;
import java.util.Optional;
import org.kartoteka.competitors.CompetitorProducts;
import org.kartoteka.competitors.Competitors;
import org.kartoteka.competitors.Presences;
import org.kartoteka.competitors.PriceObservations;
import org.kartoteka.competitors.StrategyChanges;
import org.kartoteka.competitors.WatchList;
import org.kartoteka.competitors.internal.exchange.UsualCurrency;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.UserDirectory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the pages of this room work with. */
@Component(service = CompetitorDesk.class)
public final class CompetitorDesk {

  private final Competitors competitors;
  private final StrategyChanges changes;
  private final CompetitorProducts products;
  private final PriceObservations prices;
  private final Presences presences;
  private final WatchList watchList;
  private final PartyRegister parties;
  private final UserDirectory users;
  private final UnitOfWork unitOfWork;
  private final UsualCurrency usualCurrency;

  @Activate
  public CompetitorDesk(
      @Reference Competitors competitors,
      @Reference StrategyChanges changes,
      @Reference CompetitorProducts products,
      @Reference PriceObservations prices,
      @Reference Presences presences,
      @Reference WatchList watchList,
      @Reference PartyRegister parties,
      @Reference UserDirectory users,
      @Reference UnitOfWork unitOfWork,
      @Reference UsualCurrency usualCurrency) {
    this.competitors = competitors;
    this.changes = changes;
    this.products = products;
    this.prices = prices;
    this.presences = presences;
    this.watchList = watchList;
    this.parties = parties;
    this.users = users;
    this.unitOfWork = unitOfWork;
    this.usualCurrency = usualCurrency;
  }

  Competitors competitors() {
    return competitors;
  }

  StrategyChanges changes() {
    return changes;
  }

  CompetitorProducts products() {
    return products;
  }

  PriceObservations prices() {
    return prices;
  }

  Presences presences() {
    return presences;
  }

  WatchList watchList() {
    return watchList;
  }

  PartyRegister parties() {
    return parties;
  }

  UserDirectory users() {
    return users;
  }

  UnitOfWork unitOfWork() {
    return unitOfWork;
  }

  Optional<Currency> usualCurrency() {
    return usualCurrency.get();
  }

  void chooseUsualCurrency(Currency currency) {
    usualCurrency.choose(currency);
  }
}
