package org.kartoteka.sales.internal;

import java.util.List;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.sales.Catalogue;
import org.kartoteka.sales.ProductData;
import org.kartoteka.sales.ProductGroupData;
import org.kartoteka.sales.ProductGroupId;
import org.kartoteka.sales.ProductGroupView;
import org.kartoteka.sales.ProductId;
import org.kartoteka.sales.ProductQuery;
import org.kartoteka.sales.ProductView;
import org.kartoteka.sales.internal.data.CatalogueRows;
import org.kartoteka.sales.internal.data.GroupRows;
import org.kartoteka.sales.internal.data.RateRows;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.kartoteka.sales.internal.domain.CatalogueRules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Products and services in nested groups. */
@Component(service = {Catalogue.class, CatalogueService.class})
public final class CatalogueService implements Catalogue {

  private final RecordKeeping keeping;
  private final CatalogueRows rows;
  private final GroupRows groups;
  private final RateRows rates;

  @Activate
  public CatalogueService(
      @Reference RecordKeeping keeping,
      @Reference CatalogueRows rows,
      @Reference GroupRows groups,
      @Reference RateRows rates) {
    this.keeping = keeping;
    this.rows = rows;
    this.groups = groups;
    this.rates = rates;
  }

  @Override
  public ProductView add(ProductData given) {
    return keeping.with(
        SalesPermissions.CATALOGUE,
        () -> {
          ProductData data = checked(given, null);
          ProductId id = rows.insert(data, keeping.act());
          keeping.created(RecordRef.of(PRODUCT, id, data.name()), data);
          return view(id);
        });
  }

  @Override
  public ProductView change(ProductId id, ExpectedRevision revision, ProductData given) {
    return keeping.with(
        SalesPermissions.CATALOGUE,
        () -> {
          ProductView before = rows.lock(id).orElseThrow(() -> new NotFound(PRODUCT, id.value()));
          revision.check(before.revision(), PRODUCT, id.value());
          ProductData data = checked(given, id);
          if (!data.equals(before.data())) {
            rows.update(id, data, keeping.act());
            keeping.changed(RecordRef.of(PRODUCT, id, data.name()), before.data(), data);
          }
          return view(id);
        });
  }

  @Override
  public void remove(ProductId id, ExpectedRevision revision) {
    keeping.with(
        SalesPermissions.CATALOGUE,
        () -> {
          ProductView before = rows.lock(id).orElseThrow(() -> new NotFound(PRODUCT, id.value()));
          revision.check(before.revision(), PRODUCT, id.value());
          if (rows.wasSold(id)) {
            throw new Refused("problem.sales.product-sold", before.name());
          }
          rows.delete(id);
          keeping.deleted(RecordRef.of(PRODUCT, id, before.name()), before.data());
          return null;
        });
  }

  @Override
  public ProductView get(ProductId id) {
    return keeping.with(SalesPermissions.READ, () -> view(id));
  }

  @Override
  public Page<ProductView> page(ProductQuery query, PageRequest request) {
    return keeping.with(SalesPermissions.READ, () -> rows.page(query, request));
  }

  @Override
  public long count(ProductQuery query, long atMost) {
    return keeping.with(SalesPermissions.READ, () -> rows.count(query, atMost));
  }

  @Override
  public List<ProductGroupView> groups() {
    return keeping.with(SalesPermissions.READ, groups::all);
  }

  @Override
  public ProductGroupView addGroup(ProductGroupData given) {
    return keeping.with(
        SalesPermissions.CATALOGUE,
        () -> {
          groups.lockAll();
          ProductGroupData data = checked(given, null);
          ProductGroupId id = groups.insert(data, keeping.act());
          keeping.created(RecordRef.of(GROUP, id, data.name()), data);
          return group(id);
        });
  }

  @Override
  public ProductGroupView changeGroup(
      ProductGroupId id, ExpectedRevision revision, ProductGroupData given) {
    return keeping.with(
        SalesPermissions.CATALOGUE,
        () -> {
          groups.lockAll();
          ProductGroupView before = group(id);
          revision.check(before.revision(), GROUP, id.value());
          ProductGroupData data = checked(given, id);
          if (!data.equals(before.data())) {
            groups.update(id, data, keeping.act());
            keeping.changed(RecordRef.of(GROUP, id, data.name()), before.data(), data);
          }
          return group(id);
        });
  }

  @Override
  public void removeGroup(ProductGroupId id, ExpectedRevision revision) {
    keeping.with(
        SalesPermissions.CATALOGUE,
        () -> {
          groups.lockAll();
          ProductGroupView before = group(id);
          revision.check(before.revision(), GROUP, id.value());
          if (groups.isUsed(id)) {
            throw new Refused("problem.sales.group-used", before.name());
          }
          groups.delete(id);
          keeping.deleted(RecordRef.of(GROUP, id, before.name()), before.data());
          return null;
        });
  }

  /**
   * Checks what is to be written of a product.
   *
   * @param own the product's id; null for a new one
   */
  public void check(ProductData given, ProductId own) {
    keeping.with(SalesPermissions.CATALOGUE, () -> checked(given, own));
  }

  private ProductData checked(ProductData given, ProductId own) {
    Findings findings = new Findings();
    ProductData data = CatalogueRules.normal(given, findings);
    if (data.code() != null) {
      ProductView other = rows.ofCodes(List.of(data.code())).get(data.code());
      if (other != null && !other.id().equals(own)) {
        findings.add("code", "notUnique", data.code());
      }
    }
    if (data.taxCode() != null
        && rates.taxRates().stream().noneMatch(rate -> rate.code().equals(data.taxCode()))) {
      findings.add("taxCode", "unknownTaxRate", data.taxCode());
    }
    if (data.groupId() != null && groups.find(data.groupId()).isEmpty()) {
      findings.add("groupId", "unknownProductGroup", data.groupId());
    }
    findings.throwIfAny();
    return data;
  }

  private ProductGroupData checked(ProductGroupData given, ProductGroupId own) {
    Findings findings = new Findings();
    ProductGroupData data = CatalogueRules.normal(given, findings);
    boolean taken =
        groups.all().stream()
            .anyMatch(group -> group.code().equals(data.code()) && !group.id().equals(own));
    if (taken) {
      findings.add("code", "notUnique", data.code());
    }
    if (data.parentId() != null && groups.find(data.parentId()).isEmpty()) {
      findings.add("parentId", "unknownProductGroup", data.parentId());
    } else if (own != null && data.parentId() != null && groups.liesIn(data.parentId(), own)) {
      findings.add("parentId", "groupInItself");
    }
    findings.throwIfAny();
    return data;
  }

  private ProductView view(ProductId id) {
    return rows.find(id).orElseThrow(() -> new NotFound(PRODUCT, id.value()));
  }

  private ProductGroupView group(ProductGroupId id) {
    return groups.find(id).orElseThrow(() -> new NotFound(GROUP, id.value()));
  }
}
