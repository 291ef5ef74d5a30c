package org.kartoteka.competitors.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.kartoteka.competitors.AddCompetitor;
import org.kartoteka.competitors.internal.data.AlertRows;
import org.kartoteka.competitors.internal.data.CompetitorRecords;
import org.kartoteka.competitors.internal.data.CompetitorRows;
import org.kartoteka.competitors.internal.data.PartyReach;
import org.kartoteka.competitors.internal.data.PresenceRows;
import org.kartoteka.competitors.internal.data.PriceObservationRows;
import org.kartoteka.competitors.internal.data.ProductRows;
import org.kartoteka.competitors.internal.data.StrategyChangeRows;
import org.kartoteka.competitors.internal.data.WatchRows;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyNames;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.money.Money;
import org.kartoteka.testing.FakeChangeHistory;
import org.kartoteka.testing.FakeJournal;
import org.kartoteka.testing.FakeParties;
import org.kartoteka.testing.FakePartyScope;
import org.kartoteka.testing.FakeSettings;
import org.kartoteka.testing.FakeUser;
import org.kartoteka.testing.FakeUserDirectory;
import org.kartoteka.testing.JpaUnitOfWork;
import org.kartoteka.testing.PostgresFixture;

/** This room with its real database in a house of fakes. */
public final class House {

  public static final Instant NOW = Instant.parse("2026-03-31T10:00:00Z");

  public final FakeUser user = FakeUser.almighty();
  public final FakeJournal journal = new FakeJournal();
  public final FakeChangeHistory history = new FakeChangeHistory();
  public final FakeSettings settings = new FakeSettings();
  public final FakePartyScope scope = new FakePartyScope();
  public final JpaUnitOfWork unitOfWork;
  public final FakeParties parties;
  public final CompetitorRecords entities;
  public final RecordKeeping books;
  public final Roster roster;
  public final CompetitorService competitors;
  public final StrategyChangeService changes;
  public final ProductService products;
  public final PriceObservationService prices;
  public final PresenceService presences;
  public final WatchListService watchList;
  public final AlertRows alerts;
  public final StrategyChangeRows changeRows;
  public final ProductRows productRows;
  public final PriceObservationRows priceRows;
  public final PostgresFixture database;

  public House() {
    database = PostgresFixture.create().migrate("core", "competitors");
    var factory = database.entityManagerFactory("competitors");
    unitOfWork = new JpaUnitOfWork(factory);
    parties = new FakeParties(unitOfWork);
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    FakeUserDirectory users = colleagues();
    entities = new CompetitorRecords(unitOfWork, factory);
    books = new RecordKeeping(unitOfWork, user, user, clock, history, journal);
    roster = new Roster(parties, entities, books);
    PartyNames names = new PartyNames(parties, user);
    PartyReach reach = new PartyReach(scope);
    CompetitorRows competitorRows = new CompetitorRows(unitOfWork, reach);
    changeRows = new StrategyChangeRows(unitOfWork);
    productRows = new ProductRows(unitOfWork, reach);
    priceRows = new PriceObservationRows(unitOfWork, names, reach);
    alerts = new AlertRows(unitOfWork, names, reach);
    competitors = new CompetitorService(books, users, entities, competitorRows, roster, parties);
    changes = new StrategyChangeService(books, users, entities, changeRows, roster);
    products = new ProductService(books, entities, productRows, roster);
    prices = new PriceObservationService(books, entities, priceRows, parties, reach);
    presences =
        new PresenceService(
            books, entities, new PresenceRows(unitOfWork, names, reach), roster, parties, reach);
    watchList = new WatchListService(books, new WatchRows(unitOfWork, names), alerts, parties);
  }

  public PartyId competitor(String name) {
    return competitors.add(AddCompetitor.named(name)).id();
  }

  public PartyId customer(String name) {
    return parties.register(PartyData.organisation(name)).id();
  }

  public PartyId partyWithRole(String name) {
    PartyId id = customer(name);
    parties.setRoles(id, List.of("COMPETITOR"));
    return id;
  }

  public static Money money(String amount) {
    return new Money(new BigDecimal(amount), Currency.getInstance("PLN"));
  }

  private static FakeUserDirectory colleagues() {
    FakeUserDirectory users = new FakeUserDirectory();
    for (long id = 1; id <= 9; id++) {
      users.with(id, "user" + id, "User");
    }
    return users;
  }
}
