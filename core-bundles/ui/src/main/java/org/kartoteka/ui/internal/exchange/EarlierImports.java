package org.kartoteka.ui.internal.exchange;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.exchange.ImportView;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.EmptyState;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.RelativeTime;

/** The imports so far, the latest first; those that run are followed. */
final class EarlierImports extends Div {

  private static final int LATEST = 10;

  private final transient ImportDesk desk;
  private final transient Workspace workspace;
  private final transient ImportWords words;

  EarlierImports(ImportDesk desk, Workspace workspace) {
    this.desk = desk;
    this.workspace = workspace;
    words = new ImportWords(workspace);
    addClassName("kt-import-outcome");
    KeysetGrid<ImportView> grid = grid();
    add(new H2(workspace.text("ui.import.earlier")), grid);
    if (running(latest())) {
      desk.watch()
          .follow(
              this,
              this::latest,
              seen -> {
                grid.refresh();
                return running(seen);
              });
    }
  }

  private Page<ImportView> latest() {
    return desk.imports().page(PageRequest.first(LATEST));
  }

  private static boolean running(Page<ImportView> page) {
    return page.items().stream().anyMatch(one -> one.busy());
  }

  private KeysetGrid<ImportView> grid() {
    KeysetGrid<ImportView> list =
        new KeysetGrid<>("imports", request -> desk.imports().page(request), ImportView::id);
    list.column(
            "file",
            "ui.import.file",
            LitRenderer.<ImportView>of(
                    "<a href=\"import/${item.id}\" router-link class=\"kt-row-link\""
                        + " tabindex=\"-1\">${item.name}</a>")
                .withProperty("id", row -> Long.toString(row.id().value()))
                .withProperty("name", ImportView::fileName))
        .wide("11rem", 2);
    list.column("type", "ui.import.kind", row -> words.type(row.type())).wide("6.5rem", 1);
    list.column(
            "state",
            "ui.import.state",
            LitRenderer.<ImportView>of(
                    "<span class=\"kt-pill ${item.tone}\">${item.text}</span>"
                        + " <span class=\"kt-muted\">${item.trial}</span>")
                .withProperty("tone", row -> ImportWords.tone(row.state()).className())
                .withProperty("text", words::state)
                .withProperty(
                    "trial", row -> row.dryRun() ? workspace.text("ui.import.trial") : ""))
        .wide("11rem", 0);
    number("rows", "ui.import.row-count", list, ImportView::done);
    number("created", "import.outcome.CREATED", list, ImportView::created);
    number("refused", "import.outcome.REFUSED", list, ImportView::refused);
    list.column("by", "ui.import.by", ImportView::startedBy).wide("7rem", 1);
    list.column(
            "at",
            "ui.import.at",
            LitRenderer.<ImportView>of("<span title=\"${item.exact}\">${item.ago}</span>")
                .withProperty("exact", row -> workspace.formats().dateTime(row.startedAt()))
                .withProperty("ago", row -> workspace.formats().ago(row.startedAt())))
        .wide("9rem", 0);
    return list.card(this::card)
        .onOpen(row -> workspace.navigate("import/" + row.id().value()))
        .whenEmpty(
            new EmptyState(
                "vaadin:download-alt",
                workspace.text("ui.import.none"),
                workspace.text("ui.import.none.why")));
  }

  /** Reads a number of an import. */
  private interface Figure {
    long of(ImportView view);
  }

  private void number(String key, String titleKey, KeysetGrid<ImportView> list, Figure figure) {
    list.column(key, titleKey, row -> workspace.formats().number(figure.of(row)))
        .numeric()
        .wide("6.5rem", 0);
  }

  private Component card(ImportView row) {
    Span name = new Span(row.fileName());
    name.addClassNames("kt-strong", "kt-truncate");
    Div first = new Div(name, words.pills(row));
    first.addClassName("kt-card-line");
    Span second = new Span(words.type(row.type()) + " · " + words.progress(row));
    second.addClassNames("kt-muted", "kt-truncate");
    RelativeTime time = new RelativeTime(row.startedAt());
    time.addClassName("kt-muted");
    Div card = new Div(first, second, time);
    card.addClassName("kt-row-card");
    return card;
  }
}
