package org.kartoteka.competitors.internal;

import org.kartoteka.competitors.CompetitorProducts;
import org.kartoteka.competitors.ProductData;
import org.kartoteka.competitors.ProductId;
import org.kartoteka.competitors.ProductQuery;
import org.kartoteka.competitors.ProductView;
import org.kartoteka.competitors.event.ProductAdded;
import org.kartoteka.competitors.internal.data.CompetitorPermissions;
import org.kartoteka.competitors.internal.data.CompetitorRecords;
import org.kartoteka.competitors.internal.data.ProductRows;
import org.kartoteka.competitors.internal.domain.Competitor;
import org.kartoteka.competitors.internal.domain.Product;
import org.kartoteka.competitors.internal.domain.Rules;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What competitors sell. */
@Component
public final class ProductService implements CompetitorProducts {

  private final RecordKeeping books;
  private final CompetitorRecords entities;
  private final ProductRows rows;
  private final Roster roster;

  @Activate
  public ProductService(
      @Reference RecordKeeping books,
      @Reference CompetitorRecords entities,
      @Reference ProductRows rows,
      @Reference Roster roster) {
    this.books = books;
    this.entities = entities;
    this.rows = rows;
    this.roster = roster;
  }

  @Override
  public ProductView add(PartyId competitor, ProductData given) {
    return books.with(
        CompetitorPermissions.RECORD,
        () -> {
          entities.lock(Competitor.class, roster.get(competitor).id());
          Findings findings = new Findings();
          ProductData data = Rules.normal(given, findings);
          checkName(competitor, data, null, findings);
          findings.throwIfAny();
          Product product = new Product(competitor, data, books.act());
          entities.add(product);
          entities.write();
          books.created(
              reference(product), data, new ProductAdded(product.id(), competitor, data.name()));
          return view(product.id());
        });
  }

  @Override
  public ProductView change(ProductId id, ExpectedRevision revision, ProductData given) {
    return books.with(
        CompetitorPermissions.RECORD,
        () -> {
          Product product = entities.require(Product.class, id, TYPE);
          revision.check(product.revision(), TYPE, id.value());
          Findings findings = new Findings();
          ProductData data = Rules.normal(given, findings);
          checkName(product.competitor(), data, id, findings);
          findings.throwIfAny();
          ProductData before = product.data();
          if (!before.equals(data)) {
            product.change(data, books.act());
            entities.write();
            books.changed(reference(product), before, data);
          }
          return view(id);
        });
  }

  @Override
  public void remove(ProductId id, ExpectedRevision revision) {
    books.with(
        CompetitorPermissions.REMOVE,
        () -> {
          Product product = entities.require(Product.class, id, TYPE);
          revision.check(product.revision(), TYPE, id.value());
          long prices = rows.prices(id);
          if (prices > 0) {
            throw new Refused("problem.competitors.product-has-prices", product.name(), prices);
          }
          entities.remove(product);
          entities.write();
          books.deleted(reference(product), product.data());
          return null;
        });
  }

  @Override
  public ProductView get(ProductId id) {
    return books.with(CompetitorPermissions.READ, () -> view(id));
  }

  @Override
  public Page<ProductView> page(ProductQuery query, PageRequest request) {
    return books.with(CompetitorPermissions.READ, () -> rows.page(query, request));
  }

  @Override
  public long count(ProductQuery query, long atMost) {
    return books.with(CompetitorPermissions.READ, () -> rows.count(query, atMost));
  }

  private void checkName(PartyId competitor, ProductData data, ProductId own, Findings findings) {
    if (data.name() != null) {
      rows.called(competitor, data.name())
          .filter(other -> !other.equals(own))
          .ifPresent(other -> findings.add("name", "notUnique", data.name()));
    }
  }

  private ProductView view(ProductId id) {
    return rows.find(id).orElseThrow(() -> new NotFound(TYPE, id.value()));
  }

  private static RecordRef reference(Product product) {
    return RecordRef.of(TYPE, product.id(), product.name());
  }
}
