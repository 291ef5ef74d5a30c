package org.kartoteka.contracts.internal.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import org.kartoteka.contracts.CodeList;
import org.kartoteka.contracts.ContractId;
import org.kartoteka.contracts.ContractView;
import org.kartoteka.contracts.LineData;
import org.kartoteka.contracts.TermsView;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.DateField;

/** What holds on a day that can be chosen. */
final class TermsPanel extends Div {

  private final transient ContractDesk desk;
  private final transient Workspace workspace;
  private final transient Words words;
  private final ContractId contract;
  private final Div terms = new Div();

  TermsPanel(ContractDesk desk, Workspace workspace, ContractView contract) {
    this.desk = desk;
    this.workspace = workspace;
    this.contract = contract.id();
    words = new Words(desk, workspace);
    addClassName("kt-panel");
    setId("contract-terms");
    DateField day = new DateField();
    day.setId("terms-day");
    day.setLabel(workspace.text("contracts.terms.day"));
    LocalDate today = workspace.formats().today();
    day.setValue(today.isBefore(contract.startsOn()) ? contract.startsOn() : today);
    day.addValueChangeListener(event -> show(event.getValue()));
    add(new H2(workspace.text("contracts.terms")), day, terms);
    show(day.getValue());
  }

  private void show(LocalDate day) {
    TermsView view = desk.contracts().terms(contract, day);
    terms.removeAll();
    Span since =
        new Span(
            view.annex() == null
                ? workspace.text("contracts.terms.first", workspace.formats().date(view.since()))
                : workspace.text(
                    "contracts.terms.annex", view.annex(), workspace.formats().date(view.since())));
    since.addClassName("kt-muted");
    terms.add(
        new Div(since),
        new Div(
            new Span(
                Words.joined(
                    words.code(CodeList.PACKAGE, view.packageType()),
                    words.user(view.salespersonId()),
                    words.branch(view.branchId())))),
        new LineTable(
            workspace,
            List.of(
                "contracts.line.name",
                "contracts.line.billing",
                "contracts.field.period",
                "contracts.line.quantity",
                "contracts.line.unitPrice",
                "contracts.line.unitCost"),
            view.lines().stream().map(line -> row(line, view.currency())).toList(),
            3),
        monthly(view));
  }

  private List<String> row(LineData line, String currency) {
    return List.of(
        Words.joined(line.product(), line.name()),
        words.billing(line),
        words.period(line.from(), line.until()),
        Words.joined(workspace.formats().number(line.quantity()), line.unit()),
        words.money(line.unitPrice(), currency),
        words.money(line.unitCost(), currency));
  }

  private Div monthly(TermsView view) {
    boolean costsKnown =
        view.lines().stream().allMatch(line -> line.everyMonths() == 0 || line.unitCost() != null);
    String amount = words.money(view.monthlyAmount(), view.currency());
    Span sum =
        new Span(
            costsKnown
                ? workspace.text(
                    "contracts.terms.monthly",
                    amount,
                    words.money(view.monthlyAmount().subtract(view.monthlyCost()), view.currency()))
                : workspace.text("contracts.terms.monthly.amount", amount));
    sum.addClassName("kt-strong");
    sum.setId("terms-monthly");
    return new Div(sum);
  }
}
