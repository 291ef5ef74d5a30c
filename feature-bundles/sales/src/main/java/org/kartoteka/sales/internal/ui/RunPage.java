package org.kartoteka.sales.internal.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.kartoteka.sales.DueLine;
import org.kartoteka.sales.RunOrder;
import org.kartoteka.sales.RunPreview;
import org.kartoteka.sales.RunState;
import org.kartoteka.sales.RunView;
import org.kartoteka.sales.TemplateView;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.DateField;
import org.kartoteka.ui.api.component.EmptyState;
import org.kartoteka.ui.api.component.Links;
import org.kartoteka.ui.api.component.PageTitle;

/** Runs of recurring invoices: what is due, start, how far they are. */
final class RunPage extends Div {

  private static final int SHOWN = 20;

  private final transient SalesDesk desk;
  private final transient Workspace workspace;
  private final DateField day = new DateField();
  private final Checkbox posting;
  private final Div due = new Div();
  private final Div runs = new Div();
  private final Div templates = new Div();

  RunPage(SalesDesk desk, Visit visit) {
    this.desk = desk;
    workspace = visit.workspace();
    addClassName("kt-page");
    visit.title(workspace.text(RoomTab.RUNS.titleKey()));
    posting = new Checkbox(workspace.text("sales.run.posting"));
    posting.setId("run-posting");
    day.setId("run-day");
    day.setAriaLabel(workspace.text("sales.run.day"));
    day.setValue(workspace.formats().today());
    day.addValueChangeListener(event -> showDue());
    Button start =
        Links.primary("run-start", workspace.text("sales.run.start"), "vaadin:play", this::start);
    Button look =
        Links.button("run-look", workspace.text("sales.run.look"), "vaadin:refresh", this::show);
    Div bar = new Div(day, posting, start, look);
    bar.addClassName("kt-filter-bar");
    add(
        new PageTitle(
            workspace.text("sales.title"),
            Links.button(
                "template-new",
                workspace.text("sales.template.new"),
                "vaadin:plus",
                () -> TemplateForm.add(desk, workspace, this::show))),
        RoomTab.RUNS.strip(visit),
        bar,
        runs,
        due,
        templates);
    show();
  }

  private void start() {
    try {
      desk.runs().start(new RunOrder(day.getValue(), Boolean.TRUE.equals(posting.getValue())));
      workspace.done(workspace.text("sales.run.started"));
    } catch (RuntimeException problem) {
      workspace.problem(problem);
    }
    show();
  }

  private void show() {
    showRuns();
    showDue();
    showTemplates();
  }

  private void showDue() {
    due.removeAll();
    RunPreview preview = desk.runs().preview(day.getValue());
    if (preview.lines().isEmpty()) {
      due.add(
          new EmptyState(
              "vaadin:calendar-clock",
              workspace.text("sales.none.RUNS"),
              workspace.text("sales.none.RUNS.why")));
      return;
    }
    Span heading = new Span(workspace.text("sales.run.due", preview.parties()));
    heading.addClassName("kt-strong");
    Grid<DueLine> grid = new Grid<>();
    grid.setId("run-due");
    grid.addColumn(DueLine::partyName)
        .setHeader(workspace.text("sales.document.party"))
        .setFlexGrow(3);
    grid.addColumn(DueLine::contract).setHeader(workspace.text("sales.run.contract"));
    grid.addColumn(DueLine::name).setHeader(workspace.text("sales.line.name")).setFlexGrow(3);
    grid.addColumn(
            line ->
                workspace.formats().date(line.from())
                    + " – "
                    + workspace.formats().date(line.until()))
        .setHeader(workspace.text("sales.run.period"))
        .setFlexGrow(2);
    grid.addColumn(line -> workspace.formats().money(line.net()))
        .setHeader(workspace.text("sales.document.net"))
        .setTextAlign(ColumnTextAlign.END);
    grid.getColumns().forEach(column -> column.setAutoWidth(true));
    grid.setItems(preview.lines());
    due.add(heading, grid);
  }

  private void showTemplates() {
    templates.removeAll();
    List<TemplateView> all = desk.templates().all();
    if (all.isEmpty()) {
      return;
    }
    Grid<TemplateView> grid = new Grid<>();
    grid.setId("template-list");
    grid.setAllRowsVisible(true);
    grid.addComponentColumn(
            template ->
                Links.quiet(
                    "template-open",
                    template.name(),
                    "vaadin:edit",
                    () -> TemplateForm.edit(desk, workspace, template, this::show)))
        .setHeader(workspace.text("sales.template.title"))
        .setFlexGrow(3);
    grid.addComponentColumn(this::members)
        .setHeader(workspace.text("sales.run.parties"))
        .setTextAlign(ColumnTextAlign.END);
    grid.addColumn(template -> workspace.formats().number(template.billing().months()))
        .setHeader(workspace.text("sales.template.months"))
        .setTextAlign(ColumnTextAlign.END);
    grid.addColumn(template -> workspace.formats().date(template.startsOn()))
        .setHeader(workspace.text("sales.template.startsOn"));
    grid.addColumn(template -> workspace.formats().date(template.endsOn()))
        .setHeader(workspace.text("sales.template.endsOn"));
    grid.getColumns().forEach(column -> column.setAutoWidth(true));
    grid.setItems(all);
    templates.add(grid);
  }

  private Button members(TemplateView template) {
    Button members =
        Links.quiet(
            "template-members",
            number(template.partyCount()),
            "vaadin:users",
            () -> TemplatePartiesDialog.open(desk, workspace, template, this::show));
    members.setAriaLabel(workspace.text("sales.template.parties", template.name()));
    return members;
  }

  private void showRuns() {
    runs.removeAll();
    List<RunView> latest = desk.runs().latest(SHOWN);
    if (latest.isEmpty()) {
      return;
    }
    latest.stream()
        .filter(run -> run.state() == RunState.RUNNING)
        .findFirst()
        .ifPresent(run -> runs.add(new RunProgress(desk, workspace, run, this::ended)));
    Grid<RunView> grid = new Grid<>();
    grid.setId("run-list");
    grid.setAllRowsVisible(true);
    grid.addColumn(run -> workspace.formats().date(run.day()))
        .setHeader(workspace.text("sales.run.day"));
    grid.addColumn(run -> workspace.text("sales.run.state." + run.state()))
        .setHeader(workspace.text("sales.document.state"));
    grid.addColumn(run -> number(run.done()) + " / " + number(run.parties()))
        .setHeader(workspace.text("sales.run.parties"))
        .setTextAlign(ColumnTextAlign.END);
    grid.addColumn(run -> workspace.formats().number(run.documents()))
        .setHeader(workspace.text("sales.run.documents"))
        .setTextAlign(ColumnTextAlign.END);
    grid.addColumn(run -> workspace.formats().dateTime(run.startedAt()))
        .setHeader(workspace.text("sales.run.startedAt"));
    grid.addComponentColumn(this::acts);
    grid.getColumns().forEach(column -> column.setAutoWidth(true));
    grid.setItems(latest.stream().filter(run -> run.state() != RunState.RUNNING).toList());
    runs.add(grid);
  }

  private void ended(RunView run) {
    workspace.done(
        workspace.text("sales.run.ended." + run.state(), run.documents(), number(run.documents())));
    show();
  }

  private Div acts(RunView run) {
    Div acts =
        new Div(
            Links.to("sales/documents?run=" + run.id().value(), workspace.text("sales.run.show")));
    if (run.leftOut() > 0) {
      acts.add(
          Links.quiet(
              "run-problems",
              workspace.text("sales.run.problems", run.leftOut()),
              "vaadin:warning",
              () -> showProblems(run)));
    }
    return acts;
  }

  /** Who was left out, and why. */
  private void showProblems(RunView run) {
    Dialog dialog = new Dialog();
    dialog.setId("run-problems-panel");
    dialog.setHeaderTitle(workspace.text("sales.run.problems", run.leftOut()));
    dialog.setWidth("32rem");
    dialog.setMaxWidth("100%");
    UnorderedList list = new UnorderedList();
    for (RunView.Problem problem : desk.runs().get(run.id()).problems()) {
      ListItem item =
          new ListItem(
              Links.to("parties/" + problem.partyId().value(), problem.partyName()),
              new Text(": " + workspace.text(problem.problem())));
      list.add(item);
    }
    dialog.add(list);
    dialog.open();
  }

  private String number(long number) {
    return workspace.formats().number(number);
  }
}
