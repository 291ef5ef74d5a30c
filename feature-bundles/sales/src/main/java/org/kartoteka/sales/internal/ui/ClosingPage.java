package org.kartoteka.sales.internal.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kartoteka.platform.api.exchange.ExportQuery;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.DateField;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.PageTitle;
import org.kartoteka.ui.api.component.RecordForm;

/** Closes periods for accounting. */
final class ClosingPage extends Div {

  private static final String ACCOUNTING = "sales.accounting";
  private static final int REASON = 300;

  private final transient SalesDesk desk;
  private final transient Workspace workspace;
  private final Paragraph standing = new Paragraph();
  private final DateField until = new DateField();

  ClosingPage(SalesDesk desk, Visit visit) {
    this.desk = desk;
    workspace = visit.workspace();
    addClassName("kt-page");
    visit.title(workspace.text(RoomTab.CLOSING.titleKey()));
    standing.setId("closing-standing");
    TextField reason = Fields.line(REASON);
    RecordForm form = new RecordForm("closing-form");
    form.field("closedUntil", "sales.closing.until", until);
    form.field("reason", "sales.closing.reason", reason);
    form.saveButton().setText(workspace.text("sales.closing.close"));
    Div panel = new Div(form);
    panel.addClassName("kt-panel");
    form.onLeave(this::show);
    form.onSave(
        () -> {
          desk.books().close(until.getValue(), Fields.text(reason));
          workspace.done(workspace.text("sales.saved"));
          show();
        });
    add(
        new PageTitle(workspace.text("sales.title")),
        RoomTab.CLOSING.strip(visit),
        standing,
        panel,
        new Paragraph(workspace.text("sales.closing.export")),
        handOver());
    show();
  }

  /** The documents of a period as a file for accounting; the last whole month is proposed. */
  private Div handOver() {
    YearMonth last = YearMonth.from(workspace.formats().today()).minusMonths(1);
    DateField from = new DateField();
    from.setId("closing-from");
    from.setLabel(workspace.text("sales.from"));
    from.setValue(last.atDay(1));
    DateField to = new DateField();
    to.setId("closing-to");
    to.setLabel(workspace.text("sales.to"));
    to.setValue(last.atEndOfMonth());
    Div bar = new Div(from, to);
    bar.addClassName("kt-filter-bar");
    bar.getStyle().set("align-items", "end");
    desk.export()
        .offer(workspace, ACCOUNTING, () -> period(from.getValue(), to.getValue()))
        .ifPresent(bar::add);
    return bar;
  }

  private static ExportQuery period(LocalDate from, LocalDate to) {
    Map<String, List<String>> days = new HashMap<>();
    if (from != null) {
      days.put("from", List.of(from.toString()));
    }
    if (to != null) {
      days.put("to", List.of(to.toString()));
    }
    return new ExportQuery(days, null, null);
  }

  private void show() {
    Optional<LocalDate> closed = desk.books().closedUntil();
    until.setValue(closed.orElse(null));
    standing.setText(
        closed
            .map(day -> workspace.text("sales.closing.closed", workspace.formats().date(day)))
            .orElseGet(() -> workspace.text("sales.closing.nothing")));
  }
}
