package org.kartoteka.ui.internal.exchange;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.tabs.TabsVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kartoteka.platform.api.exchange.ImportRowView;
import org.kartoteka.platform.api.exchange.ImportView;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.EmptyState;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.StatusPill;

/** What came, or in a trial would come, of each row; the refused ones first when there are any. */
final class OutcomeList extends Div {

  private final transient ImportDesk desk;
  private final transient Workspace workspace;
  private final transient ImportWords words;
  private final transient ImportView view;
  private final transient Map<Tab, RowOutcome.Kind> kinds = new LinkedHashMap<>();
  private final transient KeysetGrid<ImportRowView> grid;
  private transient RowOutcome.Kind shown;
  private transient boolean keptOnly;
  private Tab keptTab;

  OutcomeList(ImportDesk desk, Workspace workspace, ImportView view) {
    this.desk = desk;
    this.workspace = workspace;
    this.view = view;
    words = new ImportWords(workspace);
    setId("import-outcome");
    addClassName("kt-import-outcome");
    shown = view.refused() > 0 ? RowOutcome.Kind.REFUSED : null;
    grid = grid();
    Div bar = new Div(tabs());
    bar.addClassName("kt-view-tabs");
    if (view.refused() > 0) {
      bar.add(download());
    }
    add(bar, grid);
  }

  private Tabs tabs() {
    Tabs tabs = new Tabs(false);
    tabs.setId("import-outcome-kinds");
    tabs.addThemeVariants(TabsVariant.LUMO_SMALL);
    tab(tabs, "all", workspace.text("ui.list.all"), view.done(), null);
    for (RowOutcome.Kind kind : RowOutcome.Kind.values()) {
      long number = ImportWords.number(view, kind);
      if (number > 0) {
        tab(tabs, kind.name(), words.outcome(kind, view.dryRun()), number, kind);
      }
    }
    if (view.undo() != null && view.undo().kept() > 0) {
      keptTab = tab(tabs, "kept", workspace.text("ui.import.undo.kept"), view.undo().kept(), null);
    }
    kinds.forEach(
        (tab, kind) -> {
          if (kind == shown && !keptOnly && tab != keptTab) {
            tabs.setSelectedTab(tab);
          }
        });
    tabs.addSelectedChangeListener(
        event -> {
          shown = kinds.get(event.getSelectedTab());
          keptOnly = event.getSelectedTab() == keptTab;
          grid.refresh();
        });
    return tabs;
  }

  private Tab tab(Tabs tabs, String id, String title, long number, RowOutcome.Kind kind) {
    Span badge = new Span(workspace.formats().number(number));
    badge.addClassName("kt-badge");
    Tab tab = new Tab(new Span(title), badge);
    tab.setId("import-outcome-" + id);
    kinds.put(tab, kind);
    tabs.add(tab);
    return tab;
  }

  private Component download() {
    String name = view.fileName().replaceFirst("\\.[^.]*$", "") + "-refused.csv";
    Anchor link =
        new Anchor(
            DownloadHandler.fromInputStream(
                event -> {
                  byte[] csv = desk.imports().refusedRows(view.id());
                  return new DownloadResponse(
                      new ByteArrayInputStream(csv), name, "text/csv;charset=UTF-8", csv.length);
                }),
            "");
    link.add(VaadinIcon.DOWNLOAD_ALT.create(), new Span(workspace.text("ui.import.download")));
    link.setId("import-refused-download");
    link.addClassName("kt-download");
    link.getElement().setAttribute("download", name);
    return link;
  }

  private KeysetGrid<ImportRowView> grid() {
    KeysetGrid<ImportRowView> list =
        new KeysetGrid<>(
            "import-outcomes",
            request ->
                keptOnly
                    ? desk.imports().kept(view.id(), request)
                    : desk.imports().rows(view.id(), shown, request),
            ImportRowView::row);
    list.column("row", "ui.import.row", row -> workspace.formats().number(row.row()))
        .numeric()
        .wide("5rem", 0);
    list.column(
            "outcome",
            "ui.import.outcome",
            LitRenderer.<ImportRowView>of(
                    "<span class=\"kt-pill ${item.tone}\">${item.text}</span>")
                .withProperty("tone", row -> ImportWords.tone(row.outcome()).className())
                .withProperty("text", row -> words.outcome(row.outcome(), view.dryRun())))
        .wide("9rem", 0);
    list.column(
            "record",
            "ui.import.record",
            LitRenderer.<ImportRowView>of(
                    "${item.address ? html`<a href=\"${item.address}\" router-link"
                        + " class=\"kt-row-link\" tabindex=\"-1\">${item.label}</a>`"
                        + " : item.label}")
                .withProperty("address", row -> ImportWords.address(view.type(), row))
                .withProperty("label", row -> row.label() == null ? "" : row.label()))
        .wide("15rem", 3);
    list.column(
            "reasons",
            "ui.import.what",
            LitRenderer.<ImportRowView>of("<span title=\"${item.text}\">${item.text}</span>")
                .withProperty("text", this::what))
        .wide("16rem", 2);
    list.column(
            "values",
            "ui.import.as-read",
            LitRenderer.<ImportRowView>of("<span title=\"${item.text}\">${item.text}</span>")
                .withProperty("text", ImportWords::values))
        .wide("16rem", 2);
    return list.card(this::card)
        .onOpen(this::open)
        .whenEmpty(new EmptyState("vaadin:table", workspace.text("ui.import.no-rows"), ""));
  }

  /** Why a row was refused or kept, or what it changes. */
  private String what(ImportRowView row) {
    List<String> texts = new ArrayList<>(words.reasons(view.type(), row));
    if (row.undo() != null) {
      texts.add(workspace.text("import.undo." + row.undo().name()) + ".");
      texts.addAll(words.kept(view.type(), row));
    }
    texts.addAll(words.changes(view.type(), row));
    return String.join(" ", texts);
  }

  private void open(ImportRowView row) {
    String address = ImportWords.address(view.type(), row);
    if (!address.isEmpty()) {
      workspace.navigate(address);
    }
  }

  private Component card(ImportRowView row) {
    Span name =
        new Span(
            workspace.text("ui.import.row-number", workspace.formats().number(row.row()))
                + (row.label() == null ? "" : " · " + row.label()));
    name.addClassNames("kt-strong", "kt-truncate");
    Div first =
        new Div(
            name,
            new StatusPill(
                words.outcome(row.outcome(), view.dryRun()), ImportWords.tone(row.outcome())));
    first.addClassName("kt-card-line");
    Div card = new Div(first);
    card.addClassName("kt-row-card");
    String what = what(row);
    if (!what.isEmpty()) {
      card.add(wrapping(what, false));
    }
    String values = ImportWords.values(row);
    if (!values.isEmpty()) {
      card.add(wrapping(values, true));
    }
    return card;
  }

  private static Div wrapping(String text, boolean muted) {
    Div line = new Div(text);
    line.addClassName("kt-wrap");
    if (muted) {
      line.addClassName("kt-muted");
    }
    return line;
  }
}
