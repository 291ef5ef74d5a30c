package org.kartoteka.competitors.internal.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.kartoteka.competitors.ProductId;
import org.kartoteka.competitors.ProductQuery;
import org.kartoteka.competitors.ProductView;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.Columns;
import org.kartoteka.platform.api.data.Condition;
import org.kartoteka.platform.api.data.KeysetQuery;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.SortOrders;
import org.kartoteka.platform.api.data.SortType;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads products; within a unit of work. */
@Component(service = ProductRows.class)
public final class ProductRows {

  private static final String COLUMNS =
      "p.*, c.name as competitor_name, o.amount as last_amount, o.currency as last_currency,"
          + " o.observed_on as last_observed";
  private static final String FROM =
      "competitors.product p join competitors.competitor c on c.party_id = p.competitor_id"
          + " left join lateral (select amount, currency, observed_on"
          + " from competitors.price_observation where product_id = p.id";
  private static final String LATEST = " order by observed_on desc, id desc limit 1) o on true";

  private static final SortOrders ORDERS =
      new SortOrders("p.id", "name")
          .by("name", SortType.TEXT, "p.name")
          .by("competitorName", SortType.TEXT, "c.name");

  private final UnitOfWork unitOfWork;
  private final PartyReach reach;

  @Activate
  public ProductRows(@Reference UnitOfWork unitOfWork, @Reference PartyReach reach) {
    this.unitOfWork = unitOfWork;
    this.reach = reach;
  }

  /** All products, each with the latest of those of its prices that the user may see. */
  private KeysetQuery rows() {
    Condition seen = reach.seenOrNone("customer_id");
    String and = seen.isAll() ? "" : " and " + seen.sql();
    return new KeysetQuery(COLUMNS, FROM + and + LATEST, seen.arguments());
  }

  public Optional<ProductView> find(ProductId id) {
    return rows().and("p.id = ?", id).all(unitOfWork, ProductRows::view).stream().findFirst();
  }

  /** The competitor's product of that name, without regard to case. */
  public Optional<ProductId> called(PartyId competitor, String name) {
    return Sql.of(
            unitOfWork,
            "select id from competitors.product where competitor_id = ? and lower(name) ="
                + " lower(?)",
            competitor,
            name)
        .first(row -> new ProductId(row.getLong(1)));
  }

  /** How many prices of the product are recorded. */
  public long prices(ProductId id) {
    return Sql.of(
            unitOfWork,
            "select count(*) from competitors.price_observation where product_id = ?",
            id)
        .number();
  }

  public Page<ProductView> page(ProductQuery query, PageRequest request) {
    return list(query).page(unitOfWork, request, ORDERS, ProductRows::view);
  }

  public long count(ProductQuery query, long atMost) {
    return list(query).count(unitOfWork, atMost);
  }

  private KeysetQuery list(ProductQuery query) {
    return rows()
        .andWords("p.search_text", query.text())
        .andIf(query.competitor(), "p.competitor_id = ?")
        .andIf(withoutNull(query.category()), "p.category = ?");
  }

  private static String withoutNull(String text) {
    return text == null ? null : text.replace("\0", "");
  }

  private static ProductView view(ResultSet row) throws SQLException {
    return new ProductView(
        new ProductId(row.getLong("id")),
        row.getLong("revision"),
        Columns.id(row, "competitor_id", PartyId::new),
        row.getString("competitor_name"),
        row.getString("name"),
        row.getString("category"),
        row.getString("unit"),
        row.getString("comparable_product"),
        Columns.money(row, "last_amount", "last_currency"),
        Columns.day(row, "last_observed"),
        Sql.instant(row, "created_at"),
        row.getString("created_by"),
        Sql.instant(row, "changed_at"),
        row.getString("changed_by"));
  }
}
