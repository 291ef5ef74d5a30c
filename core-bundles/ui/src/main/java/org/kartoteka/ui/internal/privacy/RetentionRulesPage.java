package org.kartoteka.ui.internal.privacy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import org.kartoteka.core.api.retention.RetentionRuleView;
import org.kartoteka.core.api.retention.RetentionRules;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.AskDialog;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.PageTitle;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;
import org.kartoteka.ui.api.component.StatusPill;
import org.kartoteka.ui.internal.record.ActionButton;
import org.kartoteka.ui.internal.record.ShortList;

/** How long each kind of data is kept. */
final class RetentionRulesPage extends Div {

  private final transient RetentionRules rules;
  private final transient Workspace workspace;
  private final transient KeysetGrid<RetentionRuleView> grid;

  RetentionRulesPage(RetentionRules rules, Visit visit) {
    this.rules = rules;
    workspace = visit.workspace();
    addClassName("kt-page");
    visit.title(workspace.text("ui.retention.rules"));
    grid = grid();
    add(
        new PageTitle(workspace.text("ui.retention.title")),
        new PrivacyTabs(workspace, PrivacyTabs.RULES),
        grid);
  }

  private KeysetGrid<RetentionRuleView> grid() {
    KeysetGrid<RetentionRuleView> list =
        new KeysetGrid<>(
            "retention-rules",
            request -> ShortList.page(rules.rules(), request),
            RetentionRuleView::kind);
    list.column("kind", "ui.retention.kind", new ComponentRenderer<>(this::kind)).wide("14rem", 1);
    list.column("age", "ui.retention.age", rule -> RetentionWords.age(workspace, rule.kind()))
        .wide("16rem", 2);
    list.column("months", "ui.retention.months", this::months).wide("9rem", 0);
    list.column("due", "ui.retention.waiting", rule -> workspace.formats().number(rule.due()))
        .numeric()
        .wide("6rem", 0);
    list.column("acts", "ui.purpose.acts", new ComponentRenderer<>(this::acts)).wide("7rem", 0);
    return list.card(this::card).onOpen(this::set);
  }

  private Component kind(RetentionRuleView rule) {
    Div kind = new Div(new Span(RetentionWords.kind(workspace, rule.kind())));
    kind.addClassName("kt-toolbar");
    if (rule.resting()) {
      kind.add(resting(rule));
    }
    return kind;
  }

  private StatusPill resting(RetentionRuleView rule) {
    StatusPill pill =
        new StatusPill(workspace.text("ui.retention.resting"), StatusPill.Tone.NEUTRAL);
    pill.getElement()
        .setAttribute("title", workspace.text("ui.retention.resting.why", rule.feature()));
    return pill;
  }

  private String months(RetentionRuleView rule) {
    return rule.months() == null
        ? workspace.text("ui.retention.months.none")
        : workspace.text("ui.retention.months.value", rule.months());
  }

  private Component acts(RetentionRuleView rule) {
    Div acts = new Div();
    acts.addClassName("kt-toolbar");
    if (!rule.resting()) {
      acts.add(
          ActionButton.bare(
              "retention-set-" + rule.kind(),
              workspace.text("ui.retention.set"),
              "vaadin:edit",
              () -> set(rule)));
    }
    if (rule.months() != null) {
      acts.add(
          ActionButton.bare(
              "retention-end-" + rule.kind(),
              workspace.text("ui.retention.end", RetentionWords.kind(workspace, rule.kind())),
              "vaadin:trash",
              () -> end(rule)));
    }
    return acts;
  }

  private void set(RetentionRuleView rule) {
    if (rule.resting()) {
      return;
    }
    RecordForm form = new RecordForm("retention-form");
    form.place(new Span(RetentionWords.age(workspace, rule.kind())));
    IntegerField months = form.field("months", "ui.retention.months.input", new IntegerField());
    months.setHelperText(workspace.text("ui.retention.months.helper"));
    months.setStepButtonsVisible(true);
    months.setValue(rule.months());
    SidePanel panel = new SidePanel(RetentionWords.kind(workspace, rule.kind()), form);
    panel.setId("retention-panel");
    form.unchanged();
    form.onSave(
        () -> {
          rules.set(rule.kind(), months.getValue());
          form.unchanged();
          panel.close();
          workspace.done(workspace.text("ui.retention.saved"));
          grid.refresh();
        });
    panel.open();
  }

  private void end(RetentionRuleView rule) {
    new AskDialog(
            "retention-end",
            workspace.text("ui.retention.end", RetentionWords.kind(workspace, rule.kind())),
            workspace.text("ui.retention.end.why"),
            workspace.text("ui.retention.end.verb"),
            () -> {
              rules.end(rule.kind());
              workspace.done(workspace.text("ui.retention.ended"));
              grid.refresh();
            })
        .open();
  }

  private Component card(RetentionRuleView rule) {
    Div first = new Div(kind(rule), acts(rule));
    first.addClassName("kt-card-line");
    Span second = new Span(months(rule));
    second.addClassNames("kt-muted", "kt-truncate");
    Div card = new Div(first, second);
    card.addClassName("kt-row-card");
    return card;
  }
}
