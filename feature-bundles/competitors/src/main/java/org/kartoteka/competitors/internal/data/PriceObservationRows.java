package org.kartoteka.competitors.internal.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kartoteka.competitors.PriceObservationData;
import org.kartoteka.competitors.PriceObservationId;
import org.kartoteka.competitors.PriceObservationQuery;
import org.kartoteka.competitors.PriceObservationView;
import org.kartoteka.competitors.PriceSeries;
import org.kartoteka.competitors.ProductId;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyNames;
import org.kartoteka.platform.api.data.Columns;
import org.kartoteka.platform.api.data.KeysetQuery;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.SortOrders;
import org.kartoteka.platform.api.data.SortType;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.money.Money;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reads observed prices; within a unit of work. */
@Component(service = PriceObservationRows.class)
public final class PriceObservationRows {

  private static final String COLUMNS =
      "o.*, p.name as product_name, p.unit, c.name as competitor_name";
  private static final String FROM =
      "competitors.price_observation o"
          + " join competitors.product p on p.id = o.product_id"
          + " join competitors.competitor c on c.party_id = o.competitor_id";

  private static final SortOrders ORDERS =
      new SortOrders("o.id", "-date")
          .by("date", SortType.DATE, "o.observed_on")
          .by("price", SortType.NUMBER, "o.amount")
          .by("productName", SortType.TEXT, "p.name")
          .by("competitorName", SortType.TEXT, "c.name");

  private static final int MOST_POINTS = 1000;

  private final UnitOfWork unitOfWork;
  private final PartyNames names;
  private final PartyReach reach;

  @Activate
  public PriceObservationRows(
      @Reference UnitOfWork unitOfWork, @Reference PartyNames names, @Reference PartyReach reach) {
    this.unitOfWork = unitOfWork;
    this.names = names;
    this.reach = reach;
  }

  public Optional<PriceObservationView> find(PriceObservationId id) {
    return names
        .complete(
            new KeysetQuery(COLUMNS, FROM)
                .and("o.id = ?", id)
                .and(reach.seenOrNone("o.customer_id"))
                .all(unitOfWork, PriceObservationRows::view))
        .stream()
        .findFirst();
  }

  /** The same observation, if it is recorded already. */
  public Optional<PriceObservationId> same(PriceObservationData data) {
    return Sql.of(
            unitOfWork,
            "select id from competitors.price_observation where product_id = ? and observed_on = ?"
                + " and amount = ? and currency = ? and customer_id is not distinct from ?::bigint"
                + " order by id limit 1",
            data.productId(),
            data.date(),
            data.price().amount(),
            data.price().currency().getCurrencyCode(),
            data.customerId())
        .first(row -> new PriceObservationId(row.getLong(1)));
  }

  public Page<PriceObservationView> page(PriceObservationQuery query, PageRequest request) {
    return names.complete(
        list(COLUMNS, query).page(unitOfWork, request, ORDERS, PriceObservationRows::view));
  }

  public long count(PriceObservationQuery query, long atMost) {
    return list(COLUMNS, query).count(unitOfWork, atMost);
  }

  /** How the prices of the products observed most went. */
  public List<PriceSeries> series(PriceObservationQuery query, int atMost) {
    List<PriceSeries> heads = heads(query, atMost);
    Map<String, List<PriceSeries.Point>> points = new LinkedHashMap<>();
    heads.forEach(head -> points.put(key(head.productId(), head.currency()), new ArrayList<>()));
    if (!heads.isEmpty()) {
      read(query, heads, points);
    }
    return heads.stream()
        .map(
            head ->
                new PriceSeries(
                    head.productId(),
                    head.name(),
                    head.competitorName(),
                    head.unit(),
                    head.currency(),
                    points.get(key(head.productId(), head.currency()))))
        .toList();
  }

  private List<PriceSeries> heads(PriceObservationQuery query, int atMost) {
    return list(
            "o.product_id, o.currency, min(p.name) as name, min(c.name) as competitor_name,"
                + " min(p.unit) as unit",
            query)
        .grouped("o.product_id, o.currency", "count(*) desc, o.product_id, o.currency", atMost)
        .all(
            unitOfWork,
            row ->
                new PriceSeries(
                    new ProductId(row.getLong("product_id")),
                    row.getString("name"),
                    row.getString("competitor_name"),
                    row.getString("unit"),
                    row.getString("currency"),
                    List.of()));
  }

  private void read(
      PriceObservationQuery query,
      List<PriceSeries> heads,
      Map<String, List<PriceSeries.Point>> points) {
    list(
            "o.product_id, o.currency, o.observed_on, trim_scale(round(avg(o.amount), 4)) as mean",
            query)
        .and("o.product_id = any(?)", heads.stream().map(PriceSeries::productId).toList())
        .grouped(
            "o.product_id, o.currency, o.observed_on",
            "o.observed_on desc",
            MOST_POINTS * heads.size())
        .all(
            unitOfWork,
            row -> {
              String key = key(new ProductId(row.getLong("product_id")), row.getString("currency"));
              if (points.containsKey(key)) {
                points
                    .get(key)
                    .add(
                        0,
                        new PriceSeries.Point(
                            Columns.day(row, "observed_on"), row.getBigDecimal("mean")));
              }
              return key;
            });
  }

  private static String key(ProductId product, String currency) {
    return product.value() + currency;
  }

  private KeysetQuery list(String columns, PriceObservationQuery query) {
    return new KeysetQuery(columns, FROM)
        .andWords("p.search_text", query.text())
        .andIf(query.competitor(), "o.competitor_id = ?")
        .andIf(query.product(), "o.product_id = ?")
        .andIf(query.customer(), "o.customer_id = ?")
        .andIf(code(query.currency()), "o.currency = ?")
        .andIf(query.from(), "o.observed_on >= ?")
        .andIf(query.to(), "o.observed_on <= ?")
        .and(reach.seenOrNone("o.customer_id"));
  }

  private static String code(String currency) {
    return currency == null || currency.isBlank() ? null : currency.replace("\0", "");
  }

  private static PartyNames.Unnamed<PriceObservationView> view(ResultSet row) throws SQLException {
    PriceObservationId id = new PriceObservationId(row.getLong("id"));
    long revision = row.getLong("revision");
    PartyId competitor = Columns.id(row, "competitor_id", PartyId::new);
    String competitorName = row.getString("competitor_name");
    ProductId product = new ProductId(row.getLong("product_id"));
    String productName = row.getString("product_name");
    String unit = row.getString("unit");
    LocalDate date = Columns.day(row, "observed_on");
    Money price = Columns.money(row, "amount", "currency");
    PartyId customer = Columns.id(row, "customer_id", PartyId::new);
    String source = row.getString("source");
    String note = row.getString("note");
    Instant createdAt = Sql.instant(row, "created_at");
    String createdBy = row.getString("created_by");
    Instant changedAt = Sql.instant(row, "changed_at");
    String changedBy = row.getString("changed_by");
    return new PartyNames.Unnamed<>(
        customer,
        customerName ->
            new PriceObservationView(
                id,
                revision,
                competitor,
                competitorName,
                product,
                productName,
                unit,
                date,
                price,
                customer,
                customerName,
                source,
                note,
                createdAt,
                createdBy,
                changedAt,
                changedBy));
  }
}
