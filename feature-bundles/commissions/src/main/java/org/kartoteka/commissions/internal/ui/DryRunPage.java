package org.kartoteka.commissions.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.kartoteka.commissions.DryRunOrder;
import org.kartoteka.commissions.DryRunView;
import org.kartoteka.commissions.Period;
import org.kartoteka.commissions.PeriodKind;
import org.kartoteka.commissions.PlanView;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.BarChart;
import org.kartoteka.ui.api.component.DateField;
import org.kartoteka.ui.api.component.PageTitle;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.UserPicker;

/** What a plan would have come to, person by person; nothing is written. */
final class DryRunPage extends Div {

  private final transient Workspace workspace;
  private final transient Words words;
  private final Div answer = new Div();
  private final ComboBox<PlanView> plan = new ComboBox<>();
  private final UserPicker person;
  private final DateField from = new DateField();
  private final DateField until = new DateField();

  DryRunPage(Desk desk, Visit visit) {
    workspace = visit.workspace();
    words = new Words(desk, workspace);
    person = new UserPicker(desk.users());
    addClassName("kt-page");
    visit.title(workspace.text(RoomTab.DRY_RUN.titleKey()));
    plan.setItems(desk.plans().all());
    plan.setItemLabelGenerator(PlanView::name);
    RecordForm form = new RecordForm("dry-run-form");
    form.field("planId", "commissions.plan", plan);
    form.field("persons", "commissions.dry-run.person", person);
    form.known("from", "commissions.from", from);
    form.known("until", "commissions.until", until);
    form.row(from, until);
    LocalDate lastQuarter = workspace.formats().today().minusMonths(3);
    Period quarter = PeriodKind.QUARTER.of(lastQuarter);
    from.setValue(quarter.from());
    until.setValue(quarter.until());
    form.saveButton().setText(workspace.text("commissions.dry-run.run"));
    form.onSave(
        () -> {
          show(desk.dryRuns().run(order()));
          form.unchanged();
        });
    form.onLeave(() -> visit.navigate(RoomTab.PLANS.address()));
    answer.setId("dry-run-answer");
    add(
        new PageTitle(workspace.text("commissions.title")),
        RoomTab.DRY_RUN.strip(visit),
        new Paragraph(workspace.text("commissions.dry-run.why")),
        form,
        answer);
  }

  private DryRunOrder order() {
    List<UserId> persons = person.getValue() == null ? List.of() : List.of(person.getValue());
    return new DryRunOrder(
        plan.getValue() == null ? null : plan.getValue().id(),
        null,
        from.getValue(),
        until.getValue(),
        persons);
  }

  private void show(DryRunView view) {
    answer.removeAll();
    answer.add(new Paragraph(workspace.text("commissions.dry-run.documents", view.documents())));
    if (view.persons().isEmpty()) {
      return;
    }
    if (view.persons().stream().anyMatch(one -> one.difference().amount().signum() != 0)) {
      answer.add(chart(view.persons()));
    }
    answer.add(persons(view.persons()));
    if (!view.rows().isEmpty()) {
      answer.add(rows(view.rows()));
    }
  }

  private Component chart(List<DryRunView.Person> persons) {
    var currency = persons.get(0).now().currency();
    List<DryRunView.Person> shown =
        persons.stream().filter(one -> one.now().currency().equals(currency)).toList();
    List<BigDecimal> differences = shown.stream().map(one -> one.difference().amount()).toList();
    return new BarChart(
        "dry-run-chart",
        workspace.text("commissions.dry-run.difference"),
        currency.getCurrencyCode(),
        shown.stream().map(one -> words.person(one.personId())).toList(),
        List.of(
            new BarChart.Series(workspace.text("commissions.dry-run.difference"), differences)));
  }

  private Component persons(List<DryRunView.Person> persons) {
    return table(
        "dry-run-persons",
        List.of("commissions.person"),
        persons.stream()
            .map(
                one ->
                    List.of(
                        words.person(one.personId()),
                        words.money(one.now()),
                        words.money(one.then()),
                        words.money(one.difference())))
            .toList());
  }

  private Component rows(List<DryRunView.Row> rows) {
    return table(
        "dry-run-rows",
        List.of("commissions.person", "commissions.document"),
        rows.stream()
            .map(
                one ->
                    List.of(
                        words.person(one.personId()),
                        one.document(),
                        words.money(one.now()),
                        words.money(one.then()),
                        words.money(one.difference())))
            .toList());
  }

  /** What it is about, and then the amounts. */
  private Component table(String id, List<String> subject, List<List<String>> rows) {
    NativeTableRow titles = new NativeTableRow();
    subject.forEach(key -> titles.addHeaderCell().setText(workspace.text(key)));
    for (String amount : List.of("now", "then", "difference")) {
      NativeTableHeaderCell title = titles.addHeaderCell();
      title.setText(workspace.text("commissions.dry-run." + amount));
      title.getStyle().set("text-align", "end");
    }
    NativeTableBody body = new NativeTableBody();
    for (List<String> cells : rows) {
      NativeTableRow row = body.addRow();
      for (int i = 0; i < cells.size(); i++) {
        NativeTableCell cell = row.addDataCell();
        cell.setText(cells.get(i));
        cell.setClassName("kt-number", i >= subject.size());
      }
    }
    NativeTable table = new NativeTable(new NativeTableHeader(titles), body);
    table.setId(id);
    table.addClassName("kt-table");
    Div block = new Div(table);
    block.addClassName("kt-scroll-x");
    return block;
  }
}
