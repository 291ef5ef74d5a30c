package org.kartoteka.commissions.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.kartoteka.commissions.AssignmentView;
import org.kartoteka.commissions.PlanId;
import org.kartoteka.commissions.PlanTerms;
import org.kartoteka.commissions.PlanVersionView;
import org.kartoteka.commissions.PlanView;
import org.kartoteka.commissions.Rule;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.EmptyState;
import org.kartoteka.ui.api.component.Links;
import org.kartoteka.ui.api.component.PageTitle;

/** A plan: its versions in words, who has it, and a new version with a live example. */
final class PlanPage extends Div {

  private final transient Desk desk;
  private final transient Visit visit;
  private final transient Workspace workspace;
  private final transient Words words;
  private final transient PlanId id;
  private final Div content = new Div();

  PlanPage(Desk desk, Visit visit, PlanId id) {
    this.desk = desk;
    this.visit = visit;
    this.id = id;
    workspace = visit.workspace();
    words = new Words(desk, workspace);
    PlanView plan = desk.plans().get(id);
    addClassName("kt-page");
    setId("plan-page");
    visit.title(plan.name());
    content.addClassName("kt-aside");
    add(
        new PageTitle(
            plan.name(),
            Links.primary(
                "version-new",
                workspace.text("commissions.version.new"),
                "vaadin:plus",
                this::draft),
            Links.button(
                "assignment-new",
                workspace.text("commissions.assign"),
                "vaadin:user-check",
                () -> AssignmentForm.open(desk, workspace, id, this::show))),
        RoomTab.PLANS.strip(visit),
        content);
    show();
  }

  private void show() {
    content.removeAll();
    PlanView plan = desk.plans().get(id);
    if (plan.description() != null) {
      content.add(new Paragraph(plan.description()));
    }
    content.add(new H2(workspace.text("commissions.plan.assignments")));
    List<AssignmentView> assignments = desk.plans().assignments(id);
    if (assignments.isEmpty()) {
      content.add(new Paragraph(workspace.text("commissions.assign.none")));
    }
    assignments.forEach(one -> content.add(line(one)));
    content.add(new H2(workspace.text("commissions.versions")));
    List<PlanVersionView> versions = desk.plans().versions(id);
    if (versions.isEmpty()) {
      content.add(
          new EmptyState(
              "vaadin:diploma-scroll",
              workspace.text("commissions.none.VERSIONS"),
              workspace.text("commissions.none.VERSIONS.why")));
    }
    versions.forEach(version -> content.add(version(version)));
  }

  private Component line(AssignmentView one) {
    String from = workspace.formats().date(one.validFrom());
    String when =
        one.validUntil() == null
            ? workspace.text("commissions.assign.since", from)
            : from + " – " + workspace.formats().date(one.validUntil());
    Div line =
        new Div(
            new Span(words.subject(one) + ", " + when),
            Links.quiet(
                "assignment-end-" + one.id().value(),
                workspace.text("commissions.assign.end"),
                "vaadin:close-small",
                () -> {
                  desk.plans().endAssignment(one.id());
                  show();
                }));
    line.addClassName("kt-toolbar");
    return line;
  }

  private Component version(PlanVersionView version) {
    Div block = new Div();
    block.addClassName("kt-form-group");
    block.add(
        new H3(
            workspace.text(
                "commissions.version.title",
                version.number(),
                workspace.formats().date(version.validFrom()))));
    Span defined =
        new Span(version.definedBy() + ", " + workspace.formats().dateTime(version.definedAt()));
    defined.addClassName("kt-muted");
    block.add(defined);
    if (version.remark() != null) {
      block.add(new Paragraph(version.remark()));
    }
    block.add(rules(version.terms()));
    return block;
  }

  private Component rules(PlanTerms terms) {
    RuleWords said = new RuleWords(workspace, words);
    UnorderedList list = new UnorderedList();
    for (Rule rule : terms.rules()) {
      list.add(new ListItem(said.of(rule)));
    }
    terms
        .superiorPercents()
        .forEach(
            percent ->
                list.add(new ListItem(workspace.text("commissions.rule.superior.says", percent))));
    return list;
  }

  private void draft() {
    PlanTerms latest =
        desk.plans().versions(id).stream()
            .findFirst()
            .map(PlanVersionView::terms)
            .orElse(PlanTerms.of());
    draft(VersionForm.of(desk, workspace, id, latest, this::draft));
  }

  private void draft(VersionForm form) {
    form.onLeave(this::show);
    form.onDefined(
        () -> {
          visit.guard(null);
          workspace.done(workspace.text("commissions.version.defined"));
          show();
        });
    visit.guard(form::isChanged);
    content.removeAll();
    content.add(new H2(workspace.text("commissions.version.new")), form);
  }
}
