package org.kartoteka.ui.internal.party;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import java.util.Set;
import java.util.function.Supplier;
import org.kartoteka.core.api.bulk.BulkVerb;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.ui.api.PartyAction;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.internal.bulk.BulkPanel;
import org.kartoteka.ui.internal.desk.PartyDesk;

/** What can be done with the selected parties; follows what bundles contribute. */
final class PartyActionBar extends Div {

  private static final Set<String> DONE_IN_BULK = Set.of("tag", "register", "owner");

  private final transient PartyDesk desk;
  private final transient Workspace workspace;
  private final transient Runnable afterwards;
  private final transient Supplier<PartyQuery> filter;
  private transient Set<PartyId> parties = Set.of();
  private transient long matching;
  private boolean whole;

  PartyActionBar(
      PartyDesk desk, Workspace workspace, Supplier<PartyQuery> filter, Runnable afterwards) {
    this.desk = desk;
    this.workspace = workspace;
    this.filter = filter;
    this.afterwards = afterwards;
    setId("party-actions");
    addClassName("kt-action-bar");
    getElement().setAttribute("role", "toolbar");
    setVisible(false);
    desk.contributions().follow(this, PartyAction.class, this::fill);
  }

  /** Offers what can be done with these. */
  void show(Set<PartyId> selected) {
    parties = Set.copyOf(selected);
    whole = false;
    setVisible(!parties.isEmpty());
    if (parties.isEmpty()) {
      matching = 0;
    } else if (matching == 0) {
      matching = desk.parties().count(filter.get(), Long.MAX_VALUE);
    }
    fill();
  }

  private void fill() {
    removeAll();
    Span number =
        new Span(
            whole
                ? workspace.text("ui.bulk.all", matching, workspace.formats().number(matching))
                : workspace.text("ui.list.selected", parties.size()));
    number.setId("party-selected");
    number.addClassName("kt-strong");
    add(number);
    if (matching > parties.size()) {
      add(choice());
    }
    for (BulkVerb verb : BulkVerb.values()) {
      if (workspace.may(BulkPanel.permission(verb)) && desk.bulk().offers(verb)) {
        Button button =
            new Button(
                workspace.text("ui.bulk.verb." + verb.name()),
                new Icon(BulkPanel.icon(verb)),
                event -> act(verb));
        button.setId("party-bulk-" + verb.name());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        add(button);
      }
    }
    if (whole) {
      return;
    }
    for (PartyAction action : desk.contributions().of(PartyAction.class, workspace.user())) {
      if (parties.size() >= action.atLeast()
          && parties.size() <= action.atMost()
          && !DONE_IN_BULK.contains(action.id())) {
        Button button =
            new Button(
                workspace.text(action.titleKey()), new Icon(action.icon()), event -> act(action));
        button.setId("party-action-" + action.id());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        add(button);
      }
    }
  }

  /** Means all that match, or those chosen again. */
  private Button choice() {
    Button choice =
        new Button(
            whole
                ? workspace.text("ui.list.selected", parties.size())
                : workspace.text(
                    "ui.bulk.select-all", matching, workspace.formats().number(matching)),
            event -> {
              whole = !whole;
              fill();
            });
    choice.setId("party-select-all");
    choice.addThemeVariants(ButtonVariant.LUMO_SMALL);
    return choice;
  }

  private void act(BulkVerb verb) {
    BulkPanel.open(
        verb,
        whole ? Set.of() : parties,
        whole ? filter.get() : null,
        desk.bulk(),
        workspace,
        afterwards);
  }

  private void act(PartyAction action) {
    try {
      action.act(parties, workspace, afterwards);
    } catch (Problem problem) {
      workspace.problem(problem);
    }
  }
}
