package org.kartoteka.sales.internal.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyNames;
import org.kartoteka.core.api.party.PartyScope;
import org.kartoteka.core.api.trade.Billing;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.data.Columns;
import org.kartoteka.platform.api.data.Condition;
import org.kartoteka.platform.api.data.KeysetQuery;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.SortOrders;
import org.kartoteka.platform.api.data.SortType;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.sales.TemplateData;
import org.kartoteka.sales.TemplateData.TemplateLine;
import org.kartoteka.sales.TemplateId;
import org.kartoteka.sales.TemplatePartyView;
import org.kartoteka.sales.TemplateView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Templates of invoices; within a unit of work. */
@Component(service = TemplateRows.class)
public final class TemplateRows {

  private static final SortOrders PARTIES =
      new SortOrders("p.party_id", "party").by("party", SortType.NUMBER, "p.party_id");

  private final UnitOfWork unitOfWork;
  private final PartyNames names;
  private final PartyScope scope;

  @Activate
  public TemplateRows(
      @Reference UnitOfWork unitOfWork, @Reference PartyNames names, @Reference PartyScope scope) {
    this.unitOfWork = unitOfWork;
    this.names = names;
    this.scope = scope;
  }

  public TemplateId insert(TemplateData data, Act act) {
    TemplateId id =
        new TemplateId(
            Sql.of(
                    unitOfWork,
                    """
                    insert into sales.template (revision, name, currency, starts_on, ends_on, months,
                        due, anchor, changed_at, changed_by)
                    values (1, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                    """,
                    data.name(),
                    data.currency().getCurrencyCode(),
                    data.startsOn(),
                    data.endsOn(),
                    data.billing().months(),
                    data.billing().due(),
                    data.billing().anchor(),
                    act.at(),
                    act.by())
                .number());
    writeLines(id, data.lines());
    return id;
  }

  public void update(TemplateId id, TemplateData data, Act act) {
    Sql.of(
            unitOfWork,
            """
            update sales.template set revision = revision + 1, name = ?, starts_on = ?, ends_on = ?,
                months = ?, due = ?, anchor = ?, changed_at = ?, changed_by = ?
             where id = ?
            """,
            data.name(),
            data.startsOn(),
            data.endsOn(),
            data.billing().months(),
            data.billing().due(),
            data.billing().anchor(),
            act.at(),
            act.by(),
            id)
        .update();
    Sql.of(unitOfWork, "delete from sales.template_line where template_id = ?", id).update();
    writeLines(id, data.lines());
  }

  public void lock(TemplateId id) {
    Sql.of(unitOfWork, "select id from sales.template where id = ? for update", id).number();
  }

  /** The number of what happens next to an agreement by a template. */
  public long nextEvent() {
    return Sql.of(unitOfWork, "select nextval('sales.template_event_seq')").number();
  }

  public boolean isTaken(String name, TemplateId own) {
    return Sql.of(
                unitOfWork,
                "select count(*) from sales.template where lower(name) = lower(?) and id <> ?",
                name,
                own == null ? 0L : own.value())
            .number()
        > 0;
  }

  public Optional<TemplateView> find(TemplateId id) {
    Map<Long, List<TemplateLine>> lines = lines("where template_id = ?", id);
    return templates("where t.id = ?", id).first(row -> view(row, lines));
  }

  public List<TemplateView> all() {
    Map<Long, List<TemplateLine>> lines = lines("");
    return templates("order by t.name, t.id").list(row -> view(row, lines));
  }

  /** With the number of parties in reach. */
  private Sql templates(String which, Object... arguments) {
    Condition seen = scope.condition(RecordAction.READ, "p.party_id");
    List<Object> all = new ArrayList<>(seen.arguments());
    all.addAll(List.of(arguments));
    return Sql.of(
        unitOfWork,
        "select t.*, (select count(*) from sales.template_party p where p.template_id = t.id"
            + (seen.isAll() ? "" : " and " + seen.sql())
            + ") as party_count from sales.template t "
            + which,
        all.toArray());
  }

  /** Puts parties in; those that were not in it before. */
  public List<PartyId> join(TemplateId id, List<PartyId> parties) {
    return Sql.of(
            unitOfWork,
            "insert into sales.template_party (template_id, party_id)"
                + " select ?, p.id from unnest(?::bigint[]) p (id) order by p.id"
                + " on conflict do nothing returning party_id",
            id,
            parties)
        .list(TemplateRows::party);
  }

  /** Takes parties out. */
  public void leave(TemplateId id, Collection<PartyId> parties) {
    Sql.of(
            unitOfWork,
            "delete from sales.template_party where template_id = ? and party_id = any(?::bigint[])",
            id,
            parties)
        .update();
  }

  /** All that are in it. */
  public Set<PartyId> parties(TemplateId id) {
    return Set.copyOf(
        Sql.of(unitOfWork, "select party_id from sales.template_party where template_id = ?", id)
            .list(TemplateRows::party));
  }

  /** A page of those in reach that are in it. */
  public Page<TemplatePartyView> parties(TemplateId id, PartyId party, PageRequest request) {
    return names.complete(
        new KeysetQuery("p.party_id", "sales.template_party p")
            .and("p.template_id = ?", id)
            .and(scope.condition(RecordAction.READ, "p.party_id"))
            .andIf(party, "p.party_id = ?")
            .page(
                unitOfWork,
                request,
                PARTIES,
                row -> {
                  PartyId in = party(row);
                  return new PartyNames.Unnamed<>(in, name -> new TemplatePartyView(in, name));
                }));
  }

  /** Its parties have changed. */
  public void touch(TemplateId id, Act act) {
    Sql.of(
            unitOfWork,
            "update sales.template set revision = revision + 1, changed_at = ?, changed_by = ?"
                + " where id = ?",
            act.at(),
            act.by(),
            id)
        .update();
  }

  private void writeLines(TemplateId id, List<TemplateLine> lines) {
    new ManyRows<TemplateLine>("sales.template_line")
        .column("template_id", "bigint", line -> id)
        .column("position", "int", line -> lines.indexOf(line) + 1)
        .column("product", "text", TemplateLine::product)
        .column("name", "text", TemplateLine::name)
        .column("quantity", "numeric", TemplateLine::quantity)
        .column("unit_price", "numeric", TemplateLine::unitPrice)
        .insert(unitOfWork, lines);
  }

  private Map<Long, List<TemplateLine>> lines(String condition, Object... arguments) {
    Map<Long, List<TemplateLine>> lines = new HashMap<>();
    Sql.of(
            unitOfWork,
            "select * from sales.template_line " + condition + " order by template_id, position",
            arguments)
        .list(
            row ->
                lines
                    .computeIfAbsent(row.getLong("template_id"), id -> new ArrayList<>())
                    .add(
                        new TemplateLine(
                            row.getString("product"),
                            row.getString("name"),
                            row.getBigDecimal("quantity"),
                            row.getBigDecimal("unit_price"))));
    return lines;
  }

  private static TemplateView view(ResultSet row, Map<Long, List<TemplateLine>> lines)
      throws SQLException {
    return new TemplateView(
        new TemplateId(row.getLong("id")),
        row.getLong("revision"),
        row.getString("name"),
        Currency.getInstance(row.getString("currency")),
        Columns.day(row, "starts_on"),
        Columns.day(row, "ends_on"),
        new Billing(
            row.getInt("months"),
            Billing.Due.valueOf(row.getString("due")),
            Columns.day(row, "anchor")),
        lines.getOrDefault(row.getLong("id"), List.of()),
        row.getLong("party_count"),
        Sql.instant(row, "changed_at"),
        row.getString("changed_by"));
  }

  private static PartyId party(ResultSet row) throws SQLException {
    return new PartyId(row.getLong("party_id"));
  }
}
