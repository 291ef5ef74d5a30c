package org.kartoteka.ui.internal.duplicate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import org.kartoteka.core.api.merge.MergeQuery;
import org.kartoteka.core.api.merge.MergeView;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.EmptyState;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.PageTitle;
import org.kartoteka.ui.internal.record.ActionButton;

/** The merges that were made, each of which can be undone. */
final class MergesPage extends Div {

  private final transient DuplicateDesk desk;
  private final transient Workspace workspace;
  private final transient KeysetGrid<MergeView> grid;

  MergesPage(DuplicateDesk desk, Visit visit) {
    this.desk = desk;
    workspace = visit.workspace();
    addClassName("kt-page");
    grid = grid();
    add(
        new PageTitle(workspace.text("ui.duplicates")),
        new DuplicateTabs(workspace, DuplicatesView.kind(visit), DuplicatesView.MERGES),
        grid);
  }

  private KeysetGrid<MergeView> grid() {
    KeysetGrid<MergeView> list =
        new KeysetGrid<>(
            "merges", request -> desk.merges().page(MergeQuery.all(), request), MergeView::id);
    list.column("survivor", "ui.merges.survivor", new ComponentRenderer<>(this::survivor))
        .wide("11rem", 3);
    list.column("merged", "ui.merges.merged", merge -> DuplicateDesk.merged(merge.merged()))
        .wide("11rem", 3);
    list.column("moved", "ui.merges.moved", merge -> DuplicateDesk.moved(merge.moved(), workspace))
        .wide("9rem", 2);
    list.column("when", "ui.merges.when", this::when).wide("15rem", 1);
    list.column("state", "ui.merges.state", new ComponentRenderer<>(this::state)).wide("17rem", 0);
    return list.card(this::card)
        .onOpen(merge -> workspace.navigate(address(merge)))
        .whenEmpty(
            new EmptyState(
                "vaadin:compress-square",
                workspace.text("ui.merges.none"),
                workspace.text("ui.merges.none.why")));
  }

  private static String address(MergeView merge) {
    return Mergeable.of(merge.survivor().type()).address(merge.survivor());
  }

  private Component survivor(MergeView merge) {
    Anchor name = new Anchor(address(merge), merge.survivor().label());
    name.getElement().setAttribute("router-link", true);
    name.addClassNames("kt-row-link", "kt-truncate");
    Span type = new Span(" · " + workspace.text("record." + merge.survivor().type()));
    type.addClassName("kt-muted");
    return new Span(name, type);
  }

  private String when(MergeView merge) {
    return workspace.formats().dateTime(merge.mergedAt()) + " · " + merge.mergedBy();
  }

  private Component state(MergeView merge) {
    if (merge.undoneAt() != null) {
      Span undone =
          new Span(
              workspace.text(
                  "ui.merges.undone",
                  workspace.formats().dateTime(merge.undoneAt()),
                  merge.undoneBy()));
      undone.addClassName("kt-muted");
      if (merge.remarks().isEmpty()) {
        return undone;
      }
      Div both = new Div(undone, remarks(merge));
      both.addClassName("kt-two-lines");
      return both;
    }
    if (!Mergeable.of(merge.survivor().type()).may(workspace)) {
      return new Span();
    }
    return new ActionButton(
        "merge-undo-" + merge.id().value(),
        workspace.text("ui.merge.undo"),
        "vaadin:arrow-backward",
        () -> desk.undo(merge.id(), workspace, grid::refresh));
  }

  private Component remarks(MergeView merge) {
    Button remarks =
        new Button(
            workspace.text("ui.merge.remarks.count", merge.remarks().size()),
            event -> new RemarksDialog(desk, merge, workspace).open());
    remarks.setId("merge-remarks-" + merge.id().value());
    remarks.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
    return remarks;
  }

  private Component card(MergeView merge) {
    Div card =
        new Div(
            survivor(merge),
            new Span("← " + DuplicateDesk.merged(merge.merged())),
            new Span(DuplicateDesk.moved(merge.moved(), workspace)),
            new Span(when(merge)),
            state(merge));
    card.addClassName("kt-row-card");
    return card;
  }
}
