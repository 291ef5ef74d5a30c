package org.kartoteka.ui.internal.party;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import java.util.Set;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.ui.api.PartyAction;
import org.kartoteka.ui.api.Workspace;

/** What can be done with the selected parties; follows what bundles contribute. */
final class PartyActionBar extends Div {

  private final transient PartyDesk desk;
  private final transient Workspace workspace;
  private final transient Runnable afterwards;
  private transient Set<PartyId> parties = Set.of();

  PartyActionBar(PartyDesk desk, Workspace workspace, Runnable afterwards) {
    this.desk = desk;
    this.workspace = workspace;
    this.afterwards = afterwards;
    setId("party-actions");
    addClassName("kt-action-bar");
    getElement().setAttribute("role", "toolbar");
    setVisible(false);
    desk.contributions()
        .follow(
            this,
            change -> {
              if (change.contribution() instanceof PartyAction) {
                fill();
              }
            });
  }

  /** Offers what can be done with these. */
  void show(Set<PartyId> selected) {
    parties = Set.copyOf(selected);
    setVisible(!parties.isEmpty());
    fill();
  }

  private void fill() {
    removeAll();
    Span number = new Span(workspace.text("ui.list.selected", parties.size()));
    number.addClassName("kt-strong");
    add(number);
    for (PartyAction action : desk.contributions().of(PartyAction.class, workspace.user())) {
      if (parties.size() <= action.atMost()) {
        Button button =
            new Button(
                workspace.text(action.titleKey()), new Icon(action.icon()), event -> act(action));
        button.setId("party-action-" + action.id());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        add(button);
      }
    }
  }

  private void act(PartyAction action) {
    try {
      action.act(parties, workspace, afterwards);
    } catch (Problem problem) {
      workspace.problem(problem);
    }
  }
}
