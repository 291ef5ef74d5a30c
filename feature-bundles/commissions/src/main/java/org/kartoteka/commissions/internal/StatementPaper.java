package org.kartoteka.commissions.internal;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kartoteka.commissions.AccrualQuery;
import org.kartoteka.commissions.AccrualView;
import org.kartoteka.commissions.Accruals;
import org.kartoteka.commissions.StatementId;
import org.kartoteka.commissions.StatementView;
import org.kartoteka.commissions.Statements;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.print.PrintedDocument;
import org.kartoteka.platform.api.print.PrintedFields;
import org.kartoteka.platform.api.print.PrintedTable;
import org.kartoteka.platform.api.print.Printer;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.UserDirectory;
import org.kartoteka.platform.api.security.UserView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A commission statement on paper, in the language of whoever prints it. */
@Component(service = StatementPaper.class)
public final class StatementPaper {

  private final Statements statements;
  private final Accruals accruals;
  private final UserDirectory users;
  private final Messages messages;
  private final CurrentUser reader;
  private final Printer printer;

  @Activate
  public StatementPaper(
      @Reference Statements statements,
      @Reference Accruals accruals,
      @Reference UserDirectory users,
      @Reference Messages messages,
      @Reference CurrentUser reader,
      @Reference Printer printer) {
    this.statements = statements;
    this.accruals = accruals;
    this.users = users;
    this.messages = messages;
    this.reader = reader;
    this.printer = printer;
  }

  /** Writes the statement as PDF. */
  public void print(StatementId id, OutputStream out) {
    printer.print(document(id), out);
  }

  PrintedDocument document(StatementId id) {
    StatementView statement = statements.get(id);
    Locale locale = reader.require().locale();
    List<PrintedFields.Field> fields = new ArrayList<>();
    fields.add(field(locale, "person", person(statement)));
    fields.add(field(locale, "from", statement.from()));
    fields.add(field(locale, "until", statement.until()));
    fields.add(field(locale, "amount", statement.amount()));
    if (statement.paidOn() != null) {
      fields.add(field(locale, "paidOn", statement.paidOn()));
      fields.add(field(locale, "reference", statement.reference()));
    }
    return new PrintedDocument(
        locale,
        messages.text(locale, "commissions.statement.title", id.value()),
        List.of(
            new PrintedFields(List.of(new PrintedFields.Group("", fields))),
            table(statement, locale)),
        messages.text(locale, "commissions.title"));
  }

  private PrintedTable table(StatementView statement, Locale locale) {
    List<List<Object>> rows = new ArrayList<>();
    PageRequest request = new PageRequest(PageRequest.MAX_LIMIT, null, "earnedOn");
    while (request != null) {
      Page<AccrualView> page = accruals.page(AccrualQuery.of(statement.id()), request);
      page.items().forEach(row -> rows.add(cells(row)));
      request =
          page.next() == null
              ? null
              : new PageRequest(PageRequest.MAX_LIMIT, page.next(), "earnedOn");
    }
    List<Object> total = new ArrayList<>();
    total.add(messages.text(locale, "commissions.total"));
    total.add(null);
    total.add(null);
    total.add(null);
    total.add(statement.amount());
    return new PrintedTable(
        "",
        List.of(
            PrintedTable.Column.text(messages.text(locale, "commissions.earnedOn"), 2),
            PrintedTable.Column.text(messages.text(locale, "commissions.document"), 3),
            PrintedTable.Column.text(messages.text(locale, "commissions.party"), 4),
            PrintedTable.Column.text(messages.text(locale, "commissions.rule"), 3),
            PrintedTable.Column.figures(messages.text(locale, "commissions.amount"), 2)),
        rows,
        List.of(total));
  }

  private static List<Object> cells(AccrualView row) {
    List<Object> cells = new ArrayList<>();
    cells.add(row.earnedOn());
    cells.add(row.document());
    cells.add(row.partyName());
    cells.add(row.rule());
    cells.add(row.amount());
    return cells;
  }

  private String person(StatementView statement) {
    return users.user(statement.personId()).map(UserView::fullName).orElse("");
  }

  private PrintedFields.Field field(Locale locale, String name, Object value) {
    return new PrintedFields.Field(messages.text(locale, "commissions." + name), value);
  }
}
