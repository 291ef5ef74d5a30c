package org.kartoteka.ui.internal.party;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.ui.api.PartyAction;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.AskDialog;
import org.kartoteka.ui.api.component.PhoneLink;
import org.kartoteka.ui.api.component.StatusPill;
import org.kartoteka.ui.api.component.UnsavedInput;
import org.kartoteka.ui.internal.desk.OpenCards;
import org.kartoteka.ui.internal.desk.PartyDesk;
import org.kartoteka.ui.internal.duplicate.MergedBanner;
import org.kartoteka.ui.internal.record.Words;

/** The card of a party: who it is, what can be done, and what every bundle knows of it. */
final class PartyCardPage extends Div {

  private final transient PartyDesk desk;
  private final transient Visit visit;
  private final transient Workspace workspace;
  private final transient Words words;
  private final Div header = new Div();
  private final Span saved = new Span();
  private final Span here = new Span();
  private final PartyTabs tabs;
  private final PartyAside aside;
  private transient PartyView party;

  PartyCardPage(PartyDesk desk, Visit visit, PartyView party) {
    this.desk = desk;
    this.visit = visit;
    this.party = party;
    workspace = visit.workspace();
    words = desk.words(workspace);
    visit.title(party.name());
    addClassName("kt-card");
    setId("party-card");
    saved.addClassName("kt-saved");
    saved.setId("party-saved");
    saved.getElement().setAttribute("role", "status");
    here.addClassName("kt-here");
    here.setId("party-here");
    here.getElement().setAttribute("role", "status");
    tabs = new PartyTabs(desk, visit, this);
    aside = new PartyAside(desk, workspace, party);
    Div columns = new Div(tabs, aside);
    columns.addClassName("kt-columns");
    header.addClassName("kt-card-top");
    add(header, columns);
    desk.contributions().follow(this, PartyAction.class, this::fillHeader);
    desk.custom().follow(this, PartyRegister.TYPE, this::redefined);
    desk.openCards().open(this, party.id(), workspace.user(), this::heard);
    fillHeader();
    tabs.fill();
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    showOthers();
  }

  private void heard(OpenCards.News news) {
    UI ui = getUI().orElse(null);
    if (ui == null) {
      return;
    }
    showOthers();
    if (news.by() == null || news.by().window() == ui) {
      return;
    }
    String name = news.by().user().fullName();
    if (UnsavedInput.in(ui)) {
      workspace.done(workspace.text("ui.party.changed-by.form", name));
      return;
    }
    desk.parties()
        .find(party.id())
        .ifPresent(
            now -> {
              show(now);
              saved.setText(
                  workspace.text(
                      "ui.party.changed-by", name, workspace.formats().time(now.changedAt())));
            });
  }

  /** Custom fields were defined or changed. */
  private void redefined() {
    if (!getUI().map(UnsavedInput::in).orElse(true)) {
      reread();
    }
  }

  private void showOthers() {
    Collection<User> others =
        getUI().map(ui -> desk.openCards().others(party.id(), ui)).orElse(List.of());
    List<String> names = OpenCards.names(others, workspace.user());
    here.setVisible(!others.isEmpty());
    here.removeAll();
    here.add(
        VaadinIcon.EYE.create(),
        new Span(
            names.isEmpty()
                ? workspace.text("ui.party.here.own")
                : workspace.text("ui.party.here", String.join(", ", names), names.size())));
  }

  PartyView party() {
    return party;
  }

  private void fillHeader() {
    header.removeAll();
    H1 name = new H1(party.name());
    name.setId("party-name");
    Div first = new Div(name, status());
    party
        .roles()
        .forEach(role -> first.add(new StatusPill(words.role(role), StatusPill.Tone.NEUTRAL)));
    first.add(actions());
    first.addClassName("kt-card-header");
    header.add(first, keyFacts());
    desk.admissions().banner(party.id(), workspace, this::reread).ifPresent(header::add);
    header.add(new MergedBanner(desk.duplicates(), workspace, party.id()));
  }

  private Component status() {
    StatusPill pill = StatusPill.of(party.status());
    if (!workspace.may("core.party.status")) {
      pill.setId("party-status");
      return pill;
    }
    NativeButton button = new NativeButton();
    button.add(pill, VaadinIcon.ANGLE_DOWN.create());
    button.addClassName("kt-pill-button");
    button.setId("party-status");
    button.setAriaLabel(
        workspace.text(
            "ui.party.status.change", workspace.text("party.status." + party.status().name())));
    button.addClickListener(event -> StatusDialog.open(desk, workspace, party, this::saved));
    return button;
  }

  private Component keyFacts() {
    Div facts = new Div();
    facts.addClassName("kt-facts-inline");
    fact(facts, workspace.text("party.number"), party.number());
    party.identifiers().stream()
        .limit(2)
        .forEach(one -> fact(facts, words.identifierType(one.type()), one.value()));
    party.addresses().stream()
        .limit(1)
        .forEach(
            one ->
                facts.add(new Span(Words.joined(", ", one.city(), words.country(one.country())))));
    party.phones().stream().limit(1).forEach(one -> facts.add(new PhoneLink(one.value())));
    party.emails().stream()
        .limit(1)
        .forEach(one -> facts.add(new Anchor("mailto:" + one.value(), one.value())));
    if (party.ownerId() != null) {
      fact(facts, workspace.text("party.ownerId"), desk.colleagues().name(party.ownerId()));
    }
    facts.add(saved, here);
    return facts;
  }

  private static void fact(Div facts, String label, String value) {
    if (value != null && !value.isBlank()) {
      Span name = new Span(label + " ");
      name.addClassName("kt-fact-label");
      Span strong = new Span(value);
      strong.addClassName("kt-fact-value");
      facts.add(new Span(name, strong));
    }
  }

  private Component actions() {
    Div actions = new Div();
    actions.addClassName("kt-card-actions");
    if (workspace.may("core.party.change")) {
      Button edit = new Button(workspace.text("ui.party.edit"), VaadinIcon.PENCIL.create());
      edit.setId("party-edit");
      edit.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
      edit.getElement().setAttribute("data-shortcut", "e");
      edit.addClickListener(
          event -> PartyForm.edit(desk, workspace, desk.parties().get(party.id()), this::saved));
      actions.add(edit);
    }
    if (workspace.may("core.note.write")) {
      Button note = new Button(workspace.text("ui.note.write"), VaadinIcon.NOTEBOOK.create());
      note.setId("party-note");
      note.addThemeVariants(ButtonVariant.LUMO_SMALL);
      note.addClickListener(event -> tabs.choose("notes"));
      actions.add(note);
    }
    actions.add(more());
    return actions;
  }

  private Component more() {
    MenuBar bar = new MenuBar();
    bar.setId("party-more");
    bar.addThemeVariants(MenuBarVariant.LUMO_SMALL, MenuBarVariant.LUMO_ICON);
    MenuItem root = bar.addItem(VaadinIcon.ELLIPSIS_DOTS_H.create());
    root.setAriaLabel(workspace.text("ui.more"));
    for (PartyAction action : desk.contributions().of(PartyAction.class, workspace.user())) {
      if (action.atLeast() > 1) {
        continue;
      }
      root.getSubMenu()
          .addItem(
              new Span(new Icon(action.icon()), new Span(workspace.text(action.titleKey()))),
              event -> act(action))
          .setId("party-action-" + action.id());
    }
    if (workspace.may("core.party.remove")) {
      root.getSubMenu()
          .addItem(
              new Span(VaadinIcon.TRASH.create(), new Span(workspace.text("ui.party.remove"))),
              event -> remove())
          .setId("party-remove");
    }
    bar.setVisible(!root.getSubMenu().getItems().isEmpty());
    return bar;
  }

  private void act(PartyAction action) {
    try {
      action.act(Set.of(party.id()), workspace, this::reread);
    } catch (Problem problem) {
      workspace.problem(problem);
    }
  }

  private void remove() {
    new AskDialog(
            "party-remove-dialog",
            workspace.text("ui.party.remove.title", party.name()),
            workspace.text("ui.party.remove.explanation"),
            workspace.text("ui.party.remove"),
            () -> {
              desk.parties()
                  .remove(
                      party.id(), ExpectedRevision.of(desk.parties().get(party.id()).revision()));
              workspace.done(workspace.text("ui.party.removed", party.name()));
              visit.navigate("parties");
            })
        .open();
  }

  /** Saves a change made on the card itself. */
  void save(PartyData data) {
    desk.saving(workspace).save(party, data, this::saved);
  }

  /** Shows the party as it is saved now. */
  void saved(PartyView now) {
    show(now);
    saved.setText(workspace.text("ui.saved", workspace.formats().time(now.changedAt())));
    desk.openCards().saved(now.id(), UI.getCurrent(), workspace.user());
  }

  private void show(PartyView now) {
    party = now;
    visit.title(now.name());
    fillHeader();
    tabs.fill();
    aside.show(now);
  }

  /** Reads the party anew. */
  void reread() {
    show(desk.parties().get(party.id()));
  }
}
