package org.kartoteka.sales.internal.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.data.Columns;
import org.kartoteka.platform.api.data.KeysetQuery;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.SearchText;
import org.kartoteka.platform.api.data.SortOrders;
import org.kartoteka.platform.api.data.SortType;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.record.CleanText;
import org.kartoteka.sales.ProductData;
import org.kartoteka.sales.ProductGroupId;
import org.kartoteka.sales.ProductId;
import org.kartoteka.sales.ProductKind;
import org.kartoteka.sales.ProductQuery;
import org.kartoteka.sales.ProductView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Products; within a unit of work. */
@Component(service = CatalogueRows.class)
public final class CatalogueRows {

  private static final String COLUMNS = "e.*, g.name as group_name";
  private static final String FROM =
      "sales.product e left join sales.product_group g on g.id = e.group_id";
  private static final SortOrders ORDERS =
      new SortOrders("e.id", "name")
          .by("name", SortType.TEXT, "e.name")
          .by("code", SortType.TEXT, "e.code")
          .by("changedAt", SortType.TIME, "e.changed_at");

  private final UnitOfWork unitOfWork;

  @Activate
  public CatalogueRows(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  public Page<ProductView> page(ProductQuery query, PageRequest request) {
    return list(query).page(unitOfWork, request, ORDERS, CatalogueRows::view);
  }

  public long count(ProductQuery query, long atMost) {
    return list(query).count(unitOfWork, atMost);
  }

  public Optional<ProductView> find(ProductId id) {
    return one("e.id = ?", id);
  }

  /** The product, held against other changes. */
  public Optional<ProductView> lock(ProductId id) {
    Sql.of(unitOfWork, "select id from sales.product where id = ? for update", id).number();
    return find(id);
  }

  /** The products of the codes, by code. */
  public Map<String, ProductView> ofCodes(Collection<String> codes) {
    List<String> clean = codes.stream().map(CleanText::line).filter(Objects::nonNull).toList();
    return clean.isEmpty()
        ? Map.of()
        : new KeysetQuery(COLUMNS, FROM)
            .and("e.code = any(?)", clean).all(unitOfWork, CatalogueRows::view).stream()
                .collect(Collectors.toMap(ProductView::code, Function.identity()));
  }

  public ProductId insert(ProductData data, Act act) {
    return new ProductId(
        Sql.of(
                unitOfWork,
                """
                insert into sales.product (revision, code, name, kind, unit, price, cost, currency,
                    tax_code, group_id, active, created_at, created_by, changed_at, changed_by,
                    search_text)
                values (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                """,
                data.code(),
                data.name(),
                data.kind(),
                data.unit(),
                data.price(),
                data.cost(),
                data.currency().getCurrencyCode(),
                data.taxCode(),
                data.groupId(),
                data.active(),
                act.at(),
                act.by(),
                act.at(),
                act.by(),
                SearchText.of(data.code(), data.name()))
            .number());
  }

  public void update(ProductId id, ProductData data, Act act) {
    Sql.of(
            unitOfWork,
            """
            update sales.product set revision = revision + 1, code = ?, name = ?, kind = ?, unit = ?,
                price = ?, cost = ?, currency = ?, tax_code = ?, group_id = ?, active = ?,
                changed_at = ?, changed_by = ?, search_text = ?
             where id = ?
            """,
            data.code(),
            data.name(),
            data.kind(),
            data.unit(),
            data.price(),
            data.cost(),
            data.currency().getCurrencyCode(),
            data.taxCode(),
            data.groupId(),
            data.active(),
            act.at(),
            act.by(),
            SearchText.of(data.code(), data.name()),
            id)
        .update();
  }

  public void delete(ProductId id) {
    Sql.of(unitOfWork, "delete from sales.product where id = ?", id).update();
  }

  /** Whether it stands on a document. */
  public boolean wasSold(ProductId id) {
    return Sql.of(
                unitOfWork,
                "select count(*) from (select 1 from sales.document_line where product_id = ?"
                    + " limit 1) sold",
                id)
            .number()
        > 0;
  }

  private Optional<ProductView> one(String condition, Object value) {
    return new KeysetQuery(COLUMNS, FROM)
        .and(condition, value).all(unitOfWork, CatalogueRows::view).stream().findFirst();
  }

  private static KeysetQuery list(ProductQuery query) {
    KeysetQuery list =
        new KeysetQuery(COLUMNS, FROM)
            .andWords("e.search_text", query.text())
            .andIf(query.kind(), "e.kind = ?")
            .andIf(
                query.group(),
                "e.group_id in (select group_id from sales.group_ancestry where ancestor_id = ?)");
    return query.active() ? list.and("e.active") : list;
  }

  private static ProductView view(ResultSet row) throws SQLException {
    return new ProductView(
        new ProductId(row.getLong("id")),
        row.getLong("revision"),
        row.getString("code"),
        row.getString("name"),
        ProductKind.valueOf(row.getString("kind")),
        row.getString("unit"),
        row.getBigDecimal("price"),
        row.getBigDecimal("cost"),
        Currency.getInstance(row.getString("currency")),
        row.getString("tax_code"),
        Columns.id(row, "group_id", ProductGroupId::new),
        row.getString("group_name"),
        row.getBoolean("active"),
        Sql.instant(row, "changed_at"),
        row.getString("changed_by"));
  }
}
