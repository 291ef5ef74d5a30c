package org.kartoteka.ui.internal.privacy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kartoteka.core.api.note.Notebook;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.api.retention.RetentionReviewId;
import org.kartoteka.core.api.retention.RetentionReviewView;
import org.kartoteka.core.api.retention.RetentionReviews;
import org.kartoteka.core.api.retention.RetentionRuleView;
import org.kartoteka.core.api.retention.RetentionRules;
import org.kartoteka.core.api.retention.RetentionState;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.EmptyState;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.PageTitle;
import org.kartoteka.ui.api.component.StatusPill;
import org.kartoteka.ui.internal.record.ActionButton;

/** Records whose time has run out, and what was decided of others. */
final class RetentionReviewsPage extends Div {

  private static final Map<String, String> ADDRESSES =
      Map.of(PersonDirectory.TYPE, "persons/", PartyRegister.TYPE, "parties/");

  private final transient RetentionReviews reviews;
  private final transient RetentionRules rules;
  private final transient Workspace workspace;
  private final PageTitle title;
  private final Div bar = new Div();
  private final transient KeysetGrid<RetentionReviewView> grid;
  private transient RetentionState state = RetentionState.DUE;
  private transient List<RetentionReviewId> selected = List.of();

  RetentionReviewsPage(RetentionReviews reviews, RetentionRules rules, Visit visit) {
    this.reviews = reviews;
    this.rules = rules;
    workspace = visit.workspace();
    addClassName("kt-page");
    for (RetentionState one : RetentionState.values()) {
      if (one.name().equals(visit.state().first("state"))) {
        state = one;
      }
    }
    title = new PageTitle(workspace.text("ui.retention.title"));
    grid = grid();
    bar.addClassName("kt-toolbar");
    bar.setId("retention-bar");
    add(title, new PrivacyTabs(workspace, PrivacyTabs.REVIEWS), states(visit), bar, grid);
    count();
    choose(Set.of());
  }

  private Select<RetentionState> states(Visit visit) {
    Select<RetentionState> states = new Select<>();
    states.setId("retention-state");
    states.setItems(RetentionState.values());
    states.setItemLabelGenerator(one -> workspace.text("ui.retention.state." + one.name()));
    states.setValue(state);
    states.setWidth("12rem");
    states.setAriaLabel(workspace.text("ui.purpose.state"));
    states.addValueChangeListener(
        event -> {
          state = event.getValue();
          visit.remember(
              visit.state().with("state", state == RetentionState.DUE ? null : state.name()));
          grid.whenEmpty(empty());
          changed();
        });
    return states;
  }

  private KeysetGrid<RetentionReviewView> grid() {
    KeysetGrid<RetentionReviewView> list =
        new KeysetGrid<>(
            "retention-reviews",
            request -> reviews.page(null, state, request),
            RetentionReviewView::id);
    list.column("record", "ui.retention.record", new ComponentRenderer<>(this::record))
        .wide("13rem", 2);
    list.column("kind", "ui.retention.kind", row -> RetentionWords.kind(workspace, row.kind()))
        .wide("12rem", 1);
    list.column("since", "ui.retention.since", row -> day(row.since())).wide("8rem", 0).onRequest();
    list.column("dueSince", "ui.retention.dueSince", row -> day(row.dueSince())).wide("8rem", 0);
    list.column("decided", "ui.retention.decided", this::decided).wide("12rem", 1);
    list.column("reason", "ui.retention.reason", RetentionReviewView::reason).wide("12rem", 2);
    return list.card(this::card).onSelect(this::choose).onOpen(this::open).whenEmpty(empty());
  }

  private Component record(RetentionReviewView row) {
    String label =
        row.label() == null
            ? workspace.text("privacy.kind." + row.recordType()) + " " + row.recordId()
            : row.label();
    HtmlComponent name =
        address(row) == null || row.state() == RetentionState.ERASED
            ? new Span(label)
            : link(address(row), label);
    name.addClassName("kt-truncate");
    Div record = new Div(name);
    record.addClassName("kt-card-line");
    if (row.resting()) {
      record.add(new StatusPill(workspace.text("ui.retention.resting"), StatusPill.Tone.NEUTRAL));
    }
    return record;
  }

  private static String address(RetentionReviewView row) {
    if (row.recordType().equals(Notebook.TYPE)) {
      return "parties/" + row.partyId().value() + "?tab=notes";
    }
    String address = ADDRESSES.get(row.recordType());
    return address == null ? null : address + row.recordId();
  }

  private static Anchor link(String address, String label) {
    Anchor link = new Anchor(address, label);
    link.getElement().setAttribute("router-link", true);
    link.addClassName("kt-row-link");
    return link;
  }

  private String day(Instant at) {
    return workspace.formats().date(LocalDate.ofInstant(at, workspace.formats().zone()));
  }

  private String decided(RetentionReviewView row) {
    if (row.decidedAt() == null) {
      return "";
    }
    String who = row.decidedBy() + " · " + workspace.formats().ago(row.decidedAt());
    return row.keptUntil() == null
        ? who
        : workspace.text("ui.retention.keptUntil")
            + " "
            + workspace.formats().date(row.keptUntil())
            + " · "
            + who;
  }

  private Component card(RetentionReviewView row) {
    Div first = new Div(record(row));
    first.addClassName("kt-card-line");
    Span second =
        new Span(
            RetentionWords.kind(workspace, row.kind())
                + " · "
                + (row.decidedAt() == null
                    ? workspace.text("ui.retention.dueSince") + " " + day(row.dueSince())
                    : decided(row)));
    second.addClassNames("kt-muted", "kt-truncate");
    Div card = new Div(first, second);
    card.addClassName("kt-row-card");
    return card;
  }

  private Component empty() {
    return new EmptyState(
        "vaadin:hourglass-end",
        workspace.text("ui.retention.none." + state.name()),
        workspace.text("ui.retention.none.why"));
  }

  /** Shows the report of an erasure, else the record. */
  private void open(RetentionReviewView row) {
    if (row.state() != RetentionState.ERASED) {
      if (address(row) != null) {
        workspace.navigate(address(row));
      }
      return;
    }
    Dialog report = new Dialog(new ErasureReport(row.erased(), workspace));
    report.setId("retention-report");
    report.setHeaderTitle(workspace.text("ui.retention.erased", row.decidedBy(), row.reason()));
    report.getFooter().add(new Button(workspace.text("ui.close"), event -> report.close()));
    report.open();
  }

  private void choose(Set<RetentionReviewView> rows) {
    selected = rows.stream().map(RetentionReviewView::id).toList();
    bar.removeAll();
    bar.setVisible(!selected.isEmpty() && state != RetentionState.ERASED);
    bar.add(
        new Span(
            workspace.text(
                "ui.retention.selected",
                selected.size(),
                workspace.formats().number(selected.size()))),
        new ActionButton(
            "retention-keep",
            workspace.text("ui.retention.keep"),
            "vaadin:calendar-clock",
            () -> decide(false)));
    if (workspace.may(PersonalDataDesk.ERASE)) {
      bar.add(
          new ActionButton(
              "retention-erase",
              workspace.text("ui.retention.erase"),
              "vaadin:eraser",
              () -> decide(true)));
    }
  }

  private void decide(boolean erase) {
    if (selected.size() > RetentionReviews.AT_ONCE) {
      workspace.done(workspace.text("ui.retention.tooMany", RetentionReviews.AT_ONCE));
      return;
    }
    RetentionDecisionForm.open(reviews, workspace, selected, erase, this::changed);
  }

  private void changed() {
    grid.deselectAll();
    grid.refresh();
    choose(Set.of());
    count();
  }

  private void count() {
    long due = rules.rules().stream().mapToLong(RetentionRuleView::due).sum();
    title.count(workspace.text("ui.retention.due", due, workspace.formats().number(due)));
  }
}
