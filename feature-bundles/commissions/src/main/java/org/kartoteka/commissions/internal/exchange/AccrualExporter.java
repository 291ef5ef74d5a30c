package org.kartoteka.commissions.internal.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.kartoteka.commissions.AccrualId;
import org.kartoteka.commissions.AccrualQuery;
import org.kartoteka.commissions.AccrualState;
import org.kartoteka.commissions.AccrualView;
import org.kartoteka.commissions.Accruals;
import org.kartoteka.commissions.StatementId;
import org.kartoteka.commissions.internal.data.CommissionPermissions;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.exchange.ExportField;
import org.kartoteka.platform.api.exchange.ExportQuery;
import org.kartoteka.platform.api.exchange.FileFormat;
import org.kartoteka.platform.api.exchange.RecordExporter;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.security.UserDirectory;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.security.UserView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Hands out commissions as a table, such as for payroll. The filter knows what the list knows:
 * {@code state}, {@code statement}, {@code person}, {@code party}, {@code from} and {@code until}.
 */
@Component
public final class AccrualExporter implements RecordExporter {

  private static final List<String> FIELDS =
      List.of(
          "earnedOn",
          "person",
          "document",
          "customer",
          "plan",
          "rule",
          "base",
          "amount",
          "currency");
  private static final String STATE = "state";

  private final Accruals accruals;
  private final UserDirectory users;

  @Activate
  public AccrualExporter(@Reference Accruals accruals, @Reference UserDirectory users) {
    this.accruals = accruals;
    this.users = users;
  }

  @Override
  public String type() {
    return Accruals.TYPE;
  }

  @Override
  public String permission() {
    return CommissionPermissions.OWN;
  }

  @Override
  public Set<FileFormat> formats() {
    return Set.of(FileFormat.CSV, FileFormat.XLSX, FileFormat.JSON);
  }

  @Override
  public List<ExportField> fields() {
    List<ExportField> fields =
        new java.util.ArrayList<>(FIELDS.stream().map(ExportField::of).toList());
    fields.add(ExportField.coded(STATE, "commissions.state"));
    return fields;
  }

  @Override
  public void check(ExportQuery query) {
    query(query);
    ids(query);
  }

  @Override
  public void rows(ExportQuery order, List<String> fields, RowSink sink) {
    Map<UserId, String> names = new HashMap<>();
    Consumer<AccrualView> out =
        row -> {
          Map<String, String> cells = cells(row, names);
          sink.row(fields.stream().map(cells::get).toList());
        };
    if (!order.ids().isEmpty()) {
      accruals.some(ids(order)).forEach(out);
      return;
    }
    AccrualQuery query = query(order);
    PageRequest request = new PageRequest(PageRequest.MAX_LIMIT, null, order.sort());
    while (request != null) {
      Page<AccrualView> page = accruals.page(query, request);
      page.items().forEach(out);
      request =
          page.next() == null
              ? null
              : new PageRequest(PageRequest.MAX_LIMIT, page.next(), order.sort());
    }
  }

  private Map<String, String> cells(AccrualView row, Map<UserId, String> names) {
    Map<String, String> cells = new HashMap<>();
    cells.put("earnedOn", row.earnedOn().toString());
    cells.put("person", names.computeIfAbsent(row.personId(), this::name));
    cells.put("document", row.document());
    cells.put("customer", row.partyName());
    cells.put("plan", row.planName());
    cells.put("rule", row.rule());
    cells.put("base", row.base().amount().toPlainString());
    cells.put("amount", row.amount().amount().toPlainString());
    cells.put("currency", row.amount().currency().getCurrencyCode());
    cells.put(STATE, row.state().name());
    return cells;
  }

  private String name(UserId person) {
    return users.user(person).map(UserView::fullName).orElse("");
  }

  private static List<AccrualId> ids(ExportQuery order) {
    return order.ids().stream().map(id -> read("ids", id, AccrualExporter::id)).toList();
  }

  private static AccrualId id(String written) {
    return new AccrualId(Long.parseLong(written));
  }

  private static AccrualQuery query(ExportQuery order) {
    return new AccrualQuery(
        value(order, "person", one -> new UserId(Long.parseLong(one))),
        value(order, STATE, AccrualState::valueOf),
        value(order, "party", one -> new PartyId(Long.parseLong(one))),
        value(order, "from", LocalDate::parse),
        value(order, "until", LocalDate::parse),
        value(order, "statement", one -> new StatementId(Long.parseLong(one))));
  }

  private static <T> T value(ExportQuery order, String name, Function<String, T> reading) {
    List<String> values = order.filter().getOrDefault(name, List.of());
    return values.isEmpty() || values.get(0).isBlank() ? null : read(name, values.get(0), reading);
  }

  private static <T> T read(String name, String written, Function<String, T> reading) {
    try {
      return reading.apply(written);
    } catch (IllegalArgumentException | DateTimeException wrong) {
      throw new InvalidInput(FieldError.of("filter", "filterValue", name, written));
    }
  }
}
