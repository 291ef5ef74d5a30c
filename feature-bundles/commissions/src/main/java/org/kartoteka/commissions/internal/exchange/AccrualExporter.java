package org.kartoteka.commissions.internal.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kartoteka.commissions.AccrualQuery;
import org.kartoteka.commissions.AccrualState;
import org.kartoteka.commissions.AccrualView;
import org.kartoteka.commissions.Accruals;
import org.kartoteka.commissions.StatementId;
import org.kartoteka.commissions.internal.data.CommissionPermissions;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.exchange.ExportField;
import org.kartoteka.platform.api.exchange.ExportQuery;
import org.kartoteka.platform.api.exchange.FileFormat;
import org.kartoteka.platform.api.exchange.RecordExporter;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.security.UserDirectory;
import org.kartoteka.platform.api.security.UserView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Hands out commissions as a table, such as for payroll. The filter knows {@code state} and {@code
 * statement}.
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
    return Set.of(FileFormat.CSV, FileFormat.XLSX);
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
  }

  @Override
  public void rows(ExportQuery order, List<String> fields, RowSink sink) {
    AccrualQuery query = query(order);
    PageRequest request = new PageRequest(PageRequest.MAX_LIMIT, null, order.sort());
    while (request != null) {
      Page<AccrualView> page = accruals.page(query, request);
      page.items()
          .forEach(
              row -> {
                Map<String, String> cells = cells(row);
                sink.row(fields.stream().map(cells::get).toList());
              });
      request =
          page.next() == null
              ? null
              : new PageRequest(PageRequest.MAX_LIMIT, page.next(), order.sort());
    }
  }

  private Map<String, String> cells(AccrualView row) {
    Map<String, String> cells = new HashMap<>();
    cells.put("earnedOn", row.earnedOn().toString());
    cells.put("person", users.user(row.personId()).map(UserView::fullName).orElse(null));
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

  private static AccrualQuery query(ExportQuery order) {
    String state = first(order, STATE);
    String statement = first(order, "statement");
    try {
      return new AccrualQuery(
          null,
          state == null ? null : AccrualState.valueOf(state),
          null,
          null,
          null,
          statement == null ? null : new StatementId(Long.parseLong(statement)));
    } catch (IllegalArgumentException wrong) {
      throw new InvalidInput(
          FieldError.of("filter", "filterValue", STATE, state == null ? statement : state));
    }
  }

  private static String first(ExportQuery order, String name) {
    List<String> values = order.filter().getOrDefault(name, List.of());
    return values.isEmpty() || values.get(0).isBlank() ? null : values.get(0);
  }
}
