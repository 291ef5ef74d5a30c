package org.kartoteka.ui.internal.party;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.util.List;
import java.util.OptionalLong;
import org.kartoteka.ui.api.PartyCardTab;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.Contributed;
import org.kartoteka.ui.internal.desk.PartyDesk;

/**
 * The tabs of a card: the overview and what bundles contribute, following their coming and going.
 */
final class PartyTabs extends Div {

  private static final String OVERVIEW = "overview";
  private static final String PARAMETER = "tab";

  private final transient PartyDesk desk;
  private final transient Visit visit;
  private final transient Workspace workspace;
  private final transient PartyCardPage card;
  private final Tabs tabs = new Tabs(false);
  private final Div content = new Div();
  private String chosen;
  private transient PartyCardTab shown;
  private boolean filling;

  PartyTabs(PartyDesk desk, Visit visit, PartyCardPage card) {
    this.desk = desk;
    this.visit = visit;
    this.card = card;
    workspace = visit.workspace();
    chosen = visit.parameter(PARAMETER).orElse(OVERVIEW);
    addClassName("kt-tabs");
    tabs.setId("party-tabs");
    tabs.setWidthFull();
    tabs.addSelectedChangeListener(
        event -> {
          if (!filling && event.getSelectedTab() != null) {
            choose(nameOf(event.getSelectedTab()));
          }
        });
    content.setId("party-tab-content");
    content.addClassName("kt-tab-content");
    content.getElement().setAttribute("role", "tabpanel");
    add(tabs, content);
    desk.contributions().follow(this, PartyCardTab.class, this::follow);
  }

  private void follow() {
    List<PartyCardTab> applying = applying();
    if (shown != null && !applying.contains(shown)) {
      workspace.done(workspace.text("ui.party.tab-gone"));
      chosen = OVERVIEW;
      fill();
    } else {
      fillTabs(applying);
    }
  }

  private static String nameOf(Tab tab) {
    return tab.getId().orElse("").replaceFirst("^tab-", "");
  }

  /** Shows tabs and content anew. */
  void fill() {
    List<PartyCardTab> applying = applying();
    if (applying.stream().noneMatch(tab -> tab.id().equals(chosen))) {
      chosen = OVERVIEW;
    }
    fillTabs(applying);
    show(applying);
  }

  private List<PartyCardTab> applying() {
    return desk.contributions().of(PartyCardTab.class, workspace.user()).stream()
        .filter(tab -> Contributed.value(tab, () -> tab.appliesTo(card.party()), false))
        .toList();
  }

  private void fillTabs(List<PartyCardTab> applying) {
    filling = true;
    tabs.removeAll();
    add(OVERVIEW, workspace.text("ui.party.overview"), OptionalLong.empty());
    for (PartyCardTab tab : applying) {
      OptionalLong badge =
          Contributed.value(tab, () -> tab.badge(card.party()), OptionalLong.empty());
      add(tab.id(), workspace.text(tab.titleKey()), badge);
    }
    tabs.getChildren()
        .filter(tab -> nameOf((Tab) tab).equals(chosen))
        .findFirst()
        .ifPresent(tab -> tabs.setSelectedTab((Tab) tab));
    filling = false;
  }

  private void add(String id, String title, OptionalLong badge) {
    Tab tab = new Tab(title);
    tab.setId("tab-" + id);
    if (badge.isPresent() && badge.getAsLong() > 0) {
      Span number = new Span(workspace.formats().number(badge.getAsLong()));
      number.addClassName("kt-badge");
      tab.add(number);
    }
    tabs.add(tab);
  }

  /** Chooses a tab by its name. */
  void choose(String name) {
    chosen = name;
    visit.remember(visit.state().with(PARAMETER, name.equals(OVERVIEW) ? null : name));
    fill();
  }

  private void show(List<PartyCardTab> applying) {
    content.removeAll();
    shown = applying.stream().filter(tab -> tab.id().equals(chosen)).findFirst().orElse(null);
    PartyCardTab tab = shown;
    Component component =
        tab == null
            ? new PartyOverview(desk, workspace, card)
            : Contributed.component(tab, () -> tab.open(card.party(), visit));
    content.add(component);
  }
}
