package org.kartoteka.ui.internal.user;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.stream.Collectors;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.security.GroupView;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.AskDialog;
import org.kartoteka.ui.api.component.EmptyState;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.PageTitle;
import org.kartoteka.ui.internal.record.ActionButton;
import org.kartoteka.ui.internal.record.ShortList;

/** The groups of users, each with the roles of its members. */
final class GroupsPage extends Div {

  private final transient UserDesk desk;
  private final transient Workspace workspace;
  private final transient UserWords words;
  private final PageTitle title;
  private final transient KeysetGrid<GroupView> grid;

  GroupsPage(UserDesk desk, Visit visit) {
    this.desk = desk;
    workspace = visit.workspace();
    words = new UserWords(workspace);
    addClassName("kt-page");
    visit.title(workspace.text("ui.users.groups"));
    title = new PageTitle(workspace.text("ui.users.groups"), adding("group-new"));
    grid = grid();
    add(title, new UserTabs(workspace, UserTabs.GROUPS), grid);
    count();
  }

  private Button adding(String id) {
    Button add = new Button(workspace.text("ui.users.group.new"), VaadinIcon.PLUS.create());
    add.setId(id);
    add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add.addClickListener(event -> GroupForm.add(desk, workspace, this::changed));
    return add;
  }

  private KeysetGrid<GroupView> grid() {
    KeysetGrid<GroupView> list =
        new KeysetGrid<>(
            "groups", request -> ShortList.page(desk.groups().all(), request), GroupView::id);
    list.column("name", "ui.users.group.name", GroupView::name).wide("12rem", 1);
    list.column("roles", "ui.users.group.roles", group -> words.value("roles", group.roles()))
        .wide("14rem", 2);
    list.column("members", "ui.users.group.members", this::members).wide("14rem", 3);
    list.column("acts", "ui.users.acts", new ComponentRenderer<>(this::acts)).wide("7rem", 0);
    return list.card(this::card)
        .onOpen(group -> GroupForm.change(desk, workspace, group, this::changed))
        .whenEmpty(
            new EmptyState(
                "vaadin:users",
                workspace.text("ui.users.group.none"),
                workspace.text("ui.users.group.none.why"),
                adding("group-first")));
  }

  private String members(GroupView group) {
    return group.members().stream()
        .map(member -> desk.colleagues().name(member))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private Component acts(GroupView group) {
    long id = group.id().value();
    Div acts =
        new Div(
            ActionButton.bare(
                "group-change-" + id,
                workspace.text("ui.users.group.change", group.name()),
                "vaadin:edit",
                () -> GroupForm.change(desk, workspace, group, this::changed)),
            ActionButton.bare(
                "group-remove-" + id,
                workspace.text("ui.users.group.remove", group.name()),
                "vaadin:trash",
                () -> remove(group)));
    acts.addClassName("kt-toolbar");
    return acts;
  }

  private Component card(GroupView group) {
    Span name = new Span(group.name());
    name.addClassNames("kt-strong", "kt-truncate");
    Div first = new Div(name, acts(group));
    first.addClassName("kt-card-line");
    Span second = new Span(words.value("roles", group.roles()));
    second.addClassNames("kt-muted", "kt-truncate");
    Div card = new Div(first, second);
    card.addClassName("kt-row-card");
    return card;
  }

  private void remove(GroupView group) {
    new AskDialog(
            "group-remove",
            workspace.text("ui.users.group.remove", group.name()),
            workspace.text("ui.users.group.remove.explanation"),
            workspace.text("ui.users.remove.verb"),
            () -> {
              desk.groups().remove(group.id(), ExpectedRevision.of(group.revision()));
              changed();
              workspace.done(workspace.text("ui.users.group.removed", group.name()));
            })
        .open();
  }

  private void changed() {
    grid.refresh();
    count();
  }

  private void count() {
    title.count(workspace.formats().number(desk.groups().all().size()));
  }
}
