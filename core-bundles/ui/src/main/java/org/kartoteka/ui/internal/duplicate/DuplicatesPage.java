package org.kartoteka.ui.internal.duplicate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.List;
import org.kartoteka.core.api.duplicate.DuplicatePair;
import org.kartoteka.core.api.duplicate.DuplicateProgress;
import org.kartoteka.core.api.duplicate.DuplicateQuery;
import org.kartoteka.core.api.party.PartySummary;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.EmptyState;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.PageTitle;
import org.kartoteka.ui.internal.record.ActionButton;
import org.kartoteka.ui.internal.record.Words;

/** Pairs of parties that are probably the same: merge them, or say that they are not. */
final class DuplicatesPage extends Div {

  private static final long COUNTED = 10_000;

  private final transient DuplicateDesk desk;
  private final transient Workspace workspace;
  private final boolean dismissed;
  private final boolean mayDecide;
  private final PageTitle title;
  private final Span waiting = new Span();
  private final transient KeysetGrid<DuplicatePair> grid;

  DuplicatesPage(DuplicateDesk desk, Visit visit, boolean dismissed) {
    this.desk = desk;
    this.dismissed = dismissed;
    workspace = visit.workspace();
    mayDecide = workspace.may("core.party.merge");
    addClassName("kt-page");
    title = new PageTitle(workspace.text("ui.duplicates"));
    waiting.setId("duplicates-waiting");
    waiting.addClassName("kt-muted");
    grid = grid();
    add(
        title,
        new DuplicateTabs(workspace, dismissed ? DuplicatesView.DISMISSED : ""),
        waiting,
        grid);
    count();
  }

  private KeysetGrid<DuplicatePair> grid() {
    KeysetGrid<DuplicatePair> list =
        new KeysetGrid<>(
            "duplicates",
            request -> desk.duplicates().page(new DuplicateQuery(null, dismissed), request),
            pair -> pair.first().id().value() + "-" + pair.second().id().value());
    list.column(
            "first", "ui.duplicates.first", new ComponentRenderer<>(pair -> party(pair.first())))
        .wide("13rem", 3);
    list.column(
            "second", "ui.duplicates.second", new ComponentRenderer<>(pair -> party(pair.second())))
        .wide("13rem", 3);
    list.column(
            "why",
            "ui.duplicates.why",
            pair -> DuplicateDesk.reasons(pair.resemblances(), workspace))
        .wide("15rem", 3);
    list.column("score", "ui.duplicates.score", DuplicatesPage::score).numeric().wide("6.5rem", 0);
    if (mayDecide) {
      list.column("acts", "ui.duplicates.acts", new ComponentRenderer<>(this::acts))
          .wide("16rem", 0);
    }
    return list.card(this::card)
        .onOpen(pair -> workspace.navigate(address(pair)))
        .whenEmpty(
            new EmptyState(
                "vaadin:check-circle-o",
                workspace.text(dismissed ? "ui.duplicates.none-dismissed" : "ui.duplicates.none"),
                workspace.text(
                    dismissed ? "ui.duplicates.none-dismissed.why" : "ui.duplicates.none.why")));
  }

  private static String score(DuplicatePair pair) {
    return pair.score() + " %";
  }

  private Component party(PartySummary party) {
    Anchor name = new Anchor("parties/" + party.id().value(), party.name());
    name.getElement().setAttribute("router-link", true);
    name.addClassNames("kt-row-link", "kt-truncate");
    Span detail = new Span(Words.joined(" · ", party.number(), party.identifier(), party.city()));
    detail.addClassNames("kt-muted", "kt-truncate");
    Div both = new Div(name, detail);
    both.addClassName("kt-two-lines");
    return both;
  }

  private Component acts(DuplicatePair pair) {
    String id = pair.first().id().value() + "-" + pair.second().id().value();
    Div acts = new Div();
    acts.addClassName("kt-toolbar");
    acts.add(
        new ActionButton(
            "duplicate-merge-" + id,
            workspace.text("ui.duplicates.compare"),
            "vaadin:compress-square",
            () -> workspace.navigate(address(pair))));
    acts.add(
        dismissed
            ? new ActionButton(
                "duplicate-reopen-" + id,
                workspace.text("ui.duplicates.reopen"),
                "vaadin:arrow-backward",
                () -> decide(() -> reopen(pair)))
            : new ActionButton(
                "duplicate-dismiss-" + id,
                workspace.text("ui.duplicates.dismiss"),
                "vaadin:close-small",
                () -> decide(() -> dismiss(pair))));
    return acts;
  }

  private void dismiss(DuplicatePair pair) {
    desk.duplicates().dismiss(pair.first().id(), pair.second().id());
    workspace.done(
        workspace.text("ui.duplicates.dismissed", pair.first().name(), pair.second().name()),
        () -> decide(() -> desk.duplicates().reopen(pair.first().id(), pair.second().id())));
  }

  private void reopen(DuplicatePair pair) {
    desk.duplicates().reopen(pair.first().id(), pair.second().id());
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

  private Component card(DuplicatePair pair) {
    Span why =
        new Span(DuplicateDesk.reasons(pair.resemblances(), workspace) + " · " + score(pair));
    why.addClassName("kt-similar-why");
    Div card = new Div(party(pair.first()), party(pair.second()), why);
    card.addClassName("kt-row-card");
    if (mayDecide) {
      card.add(acts(pair));
    }
    return card;
  }

  private static String address(DuplicatePair pair) {
    return MergePage.address(
        Mergeable.PARTY, List.of(pair.first().id().value(), pair.second().id().value()));
  }

  private void count() {
    DuplicateProgress progress = desk.duplicates().progress();
    if (!dismissed) {
      title.count(
          workspace.text(
              progress.open() >= COUNTED ? "ui.list.count.more" : "ui.list.count",
              progress.open(),
              workspace.formats().number(progress.open())));
    }
    waiting.setVisible(progress.waiting() > 0);
    waiting.setText(workspace.text("ui.duplicates.waiting", progress.waiting()));
  }
}
