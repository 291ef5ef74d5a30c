package org.kartoteka.ui.internal.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.LitRenderer;
import org.kartoteka.platform.api.audit.AuditEntry;
import org.kartoteka.platform.api.audit.AuditLog;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.EmptyState;
import org.kartoteka.ui.api.component.Facts;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.PageTitle;
import org.kartoteka.ui.api.component.RelativeTime;
import org.kartoteka.ui.internal.exchange.ExportDesk;
import org.kartoteka.ui.internal.record.Colleagues;

/** The audit log: search, look closer, verify, take out. */
final class AuditPage extends Div {

  private final transient AuditLog log;
  private final transient Workspace workspace;
  private final transient AuditWords words;
  private final AuditFilter filter;
  private final Div verdict = new Div();
  private final Div preview = new Div();
  private final transient KeysetGrid<AuditEntry> grid;

  AuditPage(AuditLog log, ExportDesk exports, Colleagues colleagues, Visit visit) {
    this.log = log;
    workspace = visit.workspace();
    words = new AuditWords(workspace, colleagues);
    addClassName("kt-page");
    grid = grid();
    filter = new AuditFilter(visit, words, grid::refresh);
    Button verify = new Button(workspace.text("ui.audit.verify"), VaadinIcon.SHIELD.create());
    verify.setId("audit-verify");
    verify.setDisableOnClick(true);
    verify.addClickListener(
        event -> {
          verify();
          verify.setEnabled(true);
        });
    PageTitle title = new PageTitle(workspace.text("ui.audit.title"), verify);
    if (exports.isOffered(workspace)) {
      title =
          new PageTitle(
              workspace.text("ui.audit.title"),
              verify,
              exports.button(
                  workspace, "audit", () -> ExportDesk.query(filter.query().fields(), null)));
    }
    preview.addClassName("kt-preview");
    preview.setId("audit-preview");
    preview.setVisible(false);
    Div split = new Div(grid, preview);
    split.addClassName("kt-split");
    filter.add(grid.columnChooser());
    add(title, verdict, filter, split);
  }

  private KeysetGrid<AuditEntry> grid() {
    KeysetGrid<AuditEntry> list =
        new KeysetGrid<>("audit", request -> log.page(filter.query(), request), AuditEntry::id);
    list.column(
            "at",
            "ui.audit.at",
            LitRenderer.<AuditEntry>of("<span title=\"${item.exact}\">${item.ago}</span>")
                .withProperty("exact", row -> workspace.formats().dateTime(row.at()))
                .withProperty("ago", row -> workspace.formats().ago(row.at())))
        .wide("10rem", 0);
    list.column("actor", "import.audit.actor", AuditEntry::actor).wide("8rem", 0);
    list.column("act", "ui.audit.act", row -> words.act(row.act())).wide("11rem", 0);
    list.column("record", "ui.audit.text", words::record).wide("14rem", 2);
    list.column("details", "ui.audit.details", words::details).wide("16rem", 3);
    list.column("correlation", "ui.audit.correlation", AuditEntry::correlation).onRequest();
    return list.card(this::card)
        .onChoose(this::preview)
        .whenEmpty(
            new EmptyState(
                "vaadin:eye",
                workspace.text("ui.audit.none"),
                workspace.text("ui.audit.none.why")));
  }

  private Component card(AuditEntry entry) {
    Span record = new Span(words.record(entry));
    record.addClassNames("kt-strong", "kt-truncate");
    RelativeTime time = new RelativeTime(entry.at());
    time.addClassName("kt-muted");
    Div first = new Div(record, time);
    first.addClassName("kt-card-line");
    Span second = new Span(entry.actor() + " · " + words.act(entry.act()));
    second.addClassName("kt-muted");
    Div card = new Div(first, second);
    card.addClassName("kt-row-card");
    if (!entry.details().isEmpty()) {
      Span details = new Span(words.details(entry));
      details.addClassName("kt-truncate");
      card.add(details);
    }
    return card;
  }

  private void preview(AuditEntry entry) {
    if (workspace.narrow()) {
      return;
    }
    preview.removeAll();
    Facts facts = new Facts(words.record(entry));
    facts.fact(workspace.text("ui.audit.act"), words.act(entry.act()));
    facts.fact(workspace.text("import.audit.actor"), entry.actor());
    facts.fact(workspace.text("ui.audit.at"), workspace.formats().dateTime(entry.at()));
    facts.fact(workspace.text("import.audit.recordId"), entry.record().id());
    facts.fact(workspace.text("ui.audit.correlation"), entry.correlation());
    Div content = new Div(facts);
    content.addClassName("kt-preview-content");
    if (!entry.details().isEmpty() || entry.erased()) {
      UnorderedList lines = new UnorderedList();
      entry.details().forEach(change -> lines.add(new ListItem(words.detail(entry, change))));
      if (entry.erased()) {
        lines.add(new ListItem(workspace.text("ui.audit.erased")));
      }
      content.add(new H2(workspace.text("ui.audit.details")), lines);
    }
    preview.add(content);
    preview.setVisible(true);
  }

  private void verify() {
    verdict.removeAll();
    verdict.add(new AuditVerdict(log.verify(), workspace));
    grid.refresh();
  }
}
