package org.kartoteka.ui.internal.admission;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.tabs.TabsVariant;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kartoteka.core.api.admission.AdmissionState;
import org.kartoteka.core.api.admission.AdmissionView;
import org.kartoteka.core.api.admission.Admissions;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.EmptyState;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.PageTitle;
import org.kartoteka.ui.internal.record.ActionButton;

/** Reviews of parties: those that wait, and those decided. */
final class AdmissionsPage extends Div {

  private static final long COUNTED = 10_000;

  private final transient Admissions admissions;
  private final transient Workspace workspace;
  private final PageTitle title;
  private final transient KeysetGrid<AdmissionView> grid;
  private transient AdmissionState state = AdmissionState.PENDING;

  AdmissionsPage(Admissions admissions, Visit visit) {
    this.admissions = admissions;
    workspace = visit.workspace();
    addClassName("kt-page");
    title = new PageTitle(workspace.text("ui.admission.plural"));
    for (AdmissionState one : AdmissionState.values()) {
      if (one.name().equals(visit.state().first("state"))) {
        state = one;
      }
    }
    grid = grid();
    add(title, tabs(visit), grid);
    count();
  }

  private Tabs tabs(Visit visit) {
    Tabs tabs = new Tabs();
    tabs.setId("admission-states");
    tabs.addThemeVariants(TabsVariant.LUMO_SMALL);
    Map<Tab, AdmissionState> states = new LinkedHashMap<>();
    for (AdmissionState one : AdmissionState.values()) {
      Tab tab = new Tab(workspace.text("ui.admission.tab." + one.name()));
      tab.setId("admission-tab-" + one.name());
      states.put(tab, one);
      tabs.add(tab);
      if (one == state) {
        tabs.setSelectedTab(tab);
      }
    }
    tabs.addSelectedChangeListener(
        event -> {
          state = states.get(event.getSelectedTab());
          visit.remember(
              visit.state().with("state", state == AdmissionState.PENDING ? null : state.name()));
          grid.whenEmpty(empty());
          grid.refresh();
        });
    return tabs;
  }

  private KeysetGrid<AdmissionView> grid() {
    KeysetGrid<AdmissionView> list =
        new KeysetGrid<>(
            "admissions", request -> admissions.page(state, request), AdmissionView::id);
    list.column(
            "party",
            "party.name",
            LitRenderer.<AdmissionView>of(
                    "<a href=\"parties/${item.id}\" router-link class=\"kt-row-link\""
                        + " tabindex=\"-1\">${item.name}</a>")
                .withProperty("id", row -> Long.toString(row.partyId().value()))
                .withProperty("name", AdmissionView::partyName))
        .wide("14rem", 3);
    list.column(
            "askedAt",
            "ui.admission.askedAt",
            LitRenderer.<AdmissionView>of("<span title=\"${item.exact}\">${item.ago}</span>")
                .withProperty("exact", row -> workspace.formats().dateTime(row.askedAt()))
                .withProperty("ago", row -> workspace.formats().ago(row.askedAt())))
        .wide("10rem", 0);
    list.column("askedBy", "ui.admission.askedBy", AdmissionView::askedBy).wide("9rem", 0);
    list.column("question", "ui.admission.question", AdmissionView::question).wide("12rem", 2);
    list.column("decidedBy", "ui.admission.decidedBy", this::decided).wide("12rem", 1);
    list.column("reason", "party.statusReason", AdmissionView::reason).wide("12rem", 2);
    list.column("acts", "ui.custom.acts", new ComponentRenderer<>(this::acts)).wide("10rem", 0);
    return list.card(this::card)
        .onOpen(row -> workspace.navigate("parties/" + row.partyId().value()))
        .whenEmpty(empty());
  }

  private String decided(AdmissionView review) {
    return review.decidedBy() == null
        ? ""
        : review.decidedBy() + " · " + workspace.formats().ago(review.decidedAt());
  }

  private Component empty() {
    return new EmptyState(
        "vaadin:gavel",
        workspace.text("ui.admission.none." + state.name()),
        workspace.text(admissions.required() ? "ui.admission.none.why" : "ui.admission.none.off"));
  }

  private Component acts(AdmissionView review) {
    Div acts = new Div();
    acts.addClassName("kt-toolbar");
    if (review.state() == AdmissionState.PENDING) {
      acts.add(
          new ActionButton(
              "admission-decide-" + review.id().value(),
              workspace.text("ui.admission.decide"),
              "vaadin:gavel",
              () ->
                  AdmissionForm.open(
                      admissions, workspace, review.partyId(), review.partyName(), this::changed)));
    }
    return acts;
  }

  private Component card(AdmissionView review) {
    Anchor name = new Anchor("parties/" + review.partyId().value(), review.partyName());
    name.getElement().setAttribute("router-link", true);
    name.addClassNames("kt-strong", "kt-truncate");
    Div first = new Div(name, acts(review));
    first.addClassName("kt-card-line");
    Span second =
        new Span(
            workspace.text(
                "ui.admission.asked", review.askedBy(), workspace.formats().ago(review.askedAt())));
    second.addClassName("kt-muted");
    Div card = new Div(first, second);
    card.addClassName("kt-row-card");
    if (review.reason() != null) {
      card.add(new Span(review.reason()));
    }
    return card;
  }

  private void changed() {
    grid.refresh();
    count();
  }

  private void count() {
    long pending = admissions.pending(COUNTED);
    title.count(
        workspace.text("ui.admission.waiting", pending, workspace.formats().number(pending)));
  }
}
