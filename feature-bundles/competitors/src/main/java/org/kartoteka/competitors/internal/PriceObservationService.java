package org.kartoteka.competitors.internal;

import java.util.List;
import java.util.Objects;
import org.kartoteka.competitors.PriceObservationData;
import org.kartoteka.competitors.PriceObservationId;
import org.kartoteka.competitors.PriceObservationQuery;
import org.kartoteka.competitors.PriceObservationView;
import org.kartoteka.competitors.PriceObservations;
import org.kartoteka.competitors.PriceSeries;
import org.kartoteka.competitors.event.PriceObserved;
import org.kartoteka.competitors.internal.data.CompetitorPermissions;
import org.kartoteka.competitors.internal.data.CompetitorRecords;
import org.kartoteka.competitors.internal.data.PartyReach;
import org.kartoteka.competitors.internal.data.PriceObservationRows;
import org.kartoteka.competitors.internal.domain.PriceObservation;
import org.kartoteka.competitors.internal.domain.Product;
import org.kartoteka.competitors.internal.domain.Rules;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Prices of competitors' products as they were observed. */
@Component
public final class PriceObservationService implements PriceObservations {

  private static final int MOST_SERIES = 20;

  private final RecordKeeping books;
  private final CompetitorRecords entities;
  private final PriceObservationRows rows;
  private final PartyRegister parties;
  private final PartyReach reach;

  @Activate
  public PriceObservationService(
      @Reference RecordKeeping books,
      @Reference CompetitorRecords entities,
      @Reference PriceObservationRows rows,
      @Reference PartyRegister parties,
      @Reference PartyReach reach) {
    this.books = books;
    this.entities = entities;
    this.rows = rows;
    this.parties = parties;
    this.reach = reach;
  }

  @Override
  public PriceObservationView record(PriceObservationData given) {
    return books.with(
        CompetitorPermissions.RECORD,
        () -> {
          PriceObservationData data = checked(given, null);
          Product product = entities.find(Product.class, data.productId());
          PriceObservation price = new PriceObservation(product, data, books.act());
          entities.add(price);
          entities.write();
          books.created(
              reference(price, product),
              data,
              new PriceObserved(
                  price.id(),
                  price.competitor(),
                  product.id(),
                  product.name(),
                  data.customerId(),
                  data.date(),
                  data.price().amount(),
                  data.price().currency().getCurrencyCode()));
          return view(price.id());
        });
  }

  @Override
  public PriceObservationView change(
      PriceObservationId id, ExpectedRevision revision, PriceObservationData given) {
    return books.with(
        CompetitorPermissions.RECORD,
        () -> {
          reach.requireChangeable(view(id).customerId());
          PriceObservation price = entities.require(PriceObservation.class, id, TYPE);
          revision.check(price.revision(), TYPE, id.value());
          PriceObservationData before = price.data();
          PriceObservationData data = checked(given, before);
          if (!before.equals(data)) {
            price.change(data, books.act());
            entities.write();
            books.changed(reference(price, product(price)), before, data);
          }
          return view(id);
        });
  }

  @Override
  public void remove(PriceObservationId id, ExpectedRevision revision) {
    books.with(
        CompetitorPermissions.REMOVE,
        () -> {
          reach.requireChangeable(view(id).customerId());
          PriceObservation price = entities.require(PriceObservation.class, id, TYPE);
          revision.check(price.revision(), TYPE, id.value());
          entities.remove(price);
          entities.write();
          books.deleted(reference(price, product(price)), price.data());
          return null;
        });
  }

  @Override
  public PriceObservationView get(PriceObservationId id) {
    return books.with(CompetitorPermissions.READ, () -> view(id));
  }

  @Override
  public Page<PriceObservationView> page(PriceObservationQuery query, PageRequest request) {
    return books.with(CompetitorPermissions.READ, () -> rows.page(query, request));
  }

  @Override
  public long count(PriceObservationQuery query, long atMost) {
    return books.with(CompetitorPermissions.READ, () -> rows.count(query, atMost));
  }

  @Override
  public List<PriceSeries> series(PriceObservationQuery query, int atMost) {
    if (atMost < 1 || atMost > MOST_SERIES) {
      throw new InvalidInput(FieldError.of("limit", "range", 1, MOST_SERIES));
    }
    return books.with(CompetitorPermissions.READ, () -> rows.series(query, atMost));
  }

  private PriceObservationData checked(PriceObservationData given, PriceObservationData before) {
    Findings findings = new Findings();
    PriceObservationData data = Rules.normal(given, books.act().today(), findings);
    Product product =
        data.productId() == null ? null : entities.find(Product.class, data.productId());
    if (data.productId() != null && product == null) {
      findings.add("productId", "unknownProduct");
    }
    if (before != null && !before.productId().equals(data.productId())) {
      findings.add("productId", "fixed");
    }
    PartyId customer = data.customerId();
    if (product != null && product.competitor().equals(customer)) {
      findings.add("customerId", "sameParty");
    }
    boolean sameCustomer = before != null && Objects.equals(before.customerId(), customer);
    if (customer != null && !sameCustomer && parties.find(customer).isEmpty()) {
      findings.add("customerId", "unknownParty", customer);
    }
    findings.throwIfAny();
    reach.requireChangeable(customer);
    return data;
  }

  private Product product(PriceObservation price) {
    return entities.find(Product.class, price.product());
  }

  private PriceObservationView view(PriceObservationId id) {
    return rows.find(id).orElseThrow(() -> new NotFound(TYPE, id.value()));
  }

  private static RecordRef reference(PriceObservation price, Product product) {
    return RecordRef.of(TYPE, price.id(), product.name());
  }
}
