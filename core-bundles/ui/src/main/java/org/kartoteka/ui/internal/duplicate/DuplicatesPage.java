package org.kartoteka.ui.internal.duplicate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import org.kartoteka.core.api.duplicate.DuplicateProgress;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.EmptyState;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.PageTitle;
import org.kartoteka.ui.internal.record.ActionButton;

/** Pairs of cards that are probably the same: merge them, or say that they are not. */
final class DuplicatesPage extends Div {

  private static final long COUNTED = 10_000;

  private final transient DuplicateDesk desk;
  private final transient Workspace workspace;
  private final transient Mergeable what;
  private final boolean dismissed;
  private final boolean mayDecide;
  private final PageTitle title;
  private final Span waiting = new Span();
  private final transient KeysetGrid<CardPair> grid;

  DuplicatesPage(DuplicateDesk desk, Visit visit, boolean dismissed) {
    this.desk = desk;
    this.dismissed = dismissed;
    workspace = visit.workspace();
    what = DuplicatesView.kind(visit);
    mayDecide = workspace.may("core.party.merge");
    addClassName("kt-page");
    title = new PageTitle(workspace.text("ui.duplicates"));
    waiting.setId("duplicates-waiting");
    waiting.addClassName("kt-muted");
    grid = grid();
    add(title, new DuplicateTabs(workspace, what, place()), kinds(), waiting, grid);
    count();
  }

  private String place() {
    return dismissed ? DuplicatesView.DISMISSED : "";
  }

  /** Chooses between parties and persons, for those who may read both. */
  private Component kinds() {
    RadioButtonGroup<Mergeable> kinds = new RadioButtonGroup<>();
    kinds.setId("duplicate-kind");
    kinds.setAriaLabel(workspace.text("ui.duplicates.kind"));
    kinds.setItems(Mergeable.values());
    kinds.setItemLabelGenerator(kind -> workspace.text(kind.type() + ".plural"));
    kinds.setValue(what);
    kinds.addValueChangeListener(
        event -> workspace.navigate(DuplicatesView.address(event.getValue(), place())));
    kinds.setVisible(workspace.may("core.person.read"));
    return kinds;
  }

  private KeysetGrid<CardPair> grid() {
    KeysetGrid<CardPair> list =
        new KeysetGrid<>(
            "duplicates",
            request -> what.pairs(desk.duplicates(), dismissed, request),
            CardPair::id);
    list.column(
            "first",
            what.key("ui.duplicates", "first"),
            new ComponentRenderer<>(pair -> pair.first().link()))
        .wide("13rem", 3);
    list.column(
            "second",
            what.key("ui.duplicates", "second"),
            new ComponentRenderer<>(pair -> pair.second().link()))
        .wide("13rem", 3);
    list.column("why", "ui.duplicates.why", new ComponentRenderer<>(this::why)).wide("11rem", 1);
    list.column("score", "ui.duplicates.score", DuplicatesPage::score).numeric().wide("6.5rem", 0);
    if (mayDecide) {
      list.column("acts", "ui.duplicates.acts", new ComponentRenderer<>(this::acts))
          .wide("16rem", 0);
    }
    return list.card(this::card)
        .onOpen(pair -> workspace.navigate(pair.address()))
        .whenEmpty(
            new EmptyState(
                "vaadin:check-circle-o",
                workspace.text(dismissed ? "ui.duplicates.none-dismissed" : "ui.duplicates.none"),
                workspace.text(
                    what.key("ui.duplicates", dismissed ? "none-dismissed.why" : "none.why"))));
  }

  private static String score(CardPair pair) {
    return pair.score() + " %";
  }

  /** What they have in common; of persons at two parties also what can be done about it. */
  private Component why(CardPair pair) {
    Div why = new Div(new Span(DuplicateDesk.reasons(what, pair.resemblances(), workspace)));
    why.addClassNames("kt-two-lines", "kt-wrapped");
    if (pair.isApart()) {
      Span apart = new Span(workspace.text("ui.duplicates.apart"));
      apart.addClassName("kt-muted");
      why.add(apart);
    }
    return why;
  }

  private Component acts(CardPair pair) {
    Div acts = new Div();
    acts.addClassName("kt-toolbar");
    acts.add(
        new ActionButton(
            "duplicate-merge-" + pair.id(),
            workspace.text(
                pair.isApart() ? "ui.duplicates.compare-parties" : "ui.duplicates.compare"),
            "vaadin:compress-square",
            () -> workspace.navigate(pair.address())));
    acts.add(
        dismissed
            ? new ActionButton(
                "duplicate-reopen-" + pair.id(),
                workspace.text("ui.duplicates.reopen"),
                "vaadin:arrow-backward",
                () -> decide(() -> reopen(pair)))
            : new ActionButton(
                "duplicate-dismiss-" + pair.id(),
                workspace.text(
                    pair.isApart() ? "ui.duplicates.keep-both" : "ui.duplicates.dismiss"),
                "vaadin:close-small",
                () -> decide(() -> dismiss(pair))));
    return acts;
  }

  private void dismiss(CardPair pair) {
    long first = pair.first().id();
    long second = pair.second().id();
    what.dismiss(desk.duplicates(), first, second);
    workspace.done(
        workspace.text(
            what.key("ui.duplicates", "dismissed"), pair.first().name(), pair.second().name()),
        () -> decide(() -> what.reopen(desk.duplicates(), first, second)));
  }

  private void reopen(CardPair pair) {
    what.reopen(desk.duplicates(), pair.first().id(), pair.second().id());
    workspace.done(workspace.text("ui.duplicates.reopened"));
  }

  private void decide(Runnable decision) {
    try {
      decision.run();
    } catch (Problem problem) {
      workspace.problem(problem);
    }
    grid.refresh();
    count();
  }

  private Component card(CardPair pair) {
    Span why =
        new Span(DuplicateDesk.reasons(what, pair.resemblances(), workspace) + " · " + score(pair));
    why.addClassName("kt-similar-why");
    Div card = new Div(pair.first().link(), pair.second().link(), why);
    card.addClassName("kt-row-card");
    if (pair.isApart()) {
      Span apart = new Span(workspace.text("ui.duplicates.apart"));
      apart.addClassNames("kt-muted", "kt-similar-why");
      card.add(apart);
    }
    if (mayDecide) {
      card.add(acts(pair));
    }
    return card;
  }

  private void count() {
    DuplicateProgress progress = desk.duplicates().progress();
    long open = what.open(progress);
    if (!dismissed) {
      title.count(
          workspace.text(
              open >= COUNTED ? "ui.list.count.more" : "ui.list.count",
              open,
              workspace.formats().number(open)));
    }
    waiting.setVisible(what.waiting(progress) > 0);
    waiting.setText(workspace.text("ui.duplicates.waiting", what.waiting(progress)));
  }
}
