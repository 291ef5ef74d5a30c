package org.kartoteka.ui.internal.user;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.security.BranchView;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.AskDialog;
import org.kartoteka.ui.api.component.EmptyState;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.PageTitle;
import org.kartoteka.ui.internal.record.ActionButton;
import org.kartoteka.ui.internal.record.ShortList;

/** The branches of the company. */
final class BranchesPage extends Div {

  private final transient UserDesk desk;
  private final transient Workspace workspace;
  private final PageTitle title;
  private final transient KeysetGrid<BranchView> grid;

  BranchesPage(UserDesk desk, Visit visit) {
    this.desk = desk;
    workspace = visit.workspace();
    addClassName("kt-page");
    visit.title(workspace.text("ui.users.branches"));
    title = new PageTitle(workspace.text("ui.users.branches"), adding("branch-new"));
    grid = grid();
    add(title, new UserTabs(workspace, UserTabs.BRANCHES), grid);
    count();
  }

  private Button adding(String id) {
    Button add = new Button(workspace.text("ui.users.branch.new"), VaadinIcon.PLUS.create());
    add.setId(id);
    add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add.addClickListener(event -> BranchForm.add(desk, workspace, this::changed));
    return add;
  }

  private KeysetGrid<BranchView> grid() {
    KeysetGrid<BranchView> list =
        new KeysetGrid<>(
            "branches", request -> ShortList.page(desk.branches().all(), request), BranchView::id);
    list.column("name", "ui.users.branch.name", BranchView::name).wide("14rem", 2);
    list.column("parentId", "ui.users.branch.parentId", this::above).wide("12rem", 2);
    list.column("users", "ui.users.branch.users", this::users).numeric().wide("7rem", 0);
    list.column("acts", "ui.users.acts", new ComponentRenderer<>(this::acts)).wide("7rem", 0);
    return list.card(this::card)
        .onOpen(branch -> BranchForm.change(desk, workspace, branch, this::changed))
        .whenEmpty(
            new EmptyState(
                "vaadin:building",
                workspace.text("ui.users.branch.none"),
                workspace.text("ui.users.branch.none.why"),
                adding("branch-first")));
  }

  private String above(BranchView branch) {
    return branch.parentId() == null ? "" : desk.branchName(branch.parentId());
  }

  private String users(BranchView branch) {
    return workspace.formats().number(branch.users());
  }

  private Component acts(BranchView branch) {
    long id = branch.id().value();
    Div acts =
        new Div(
            ActionButton.bare(
                "branch-change-" + id,
                workspace.text("ui.users.branch.change", branch.name()),
                "vaadin:edit",
                () -> BranchForm.change(desk, workspace, branch, this::changed)),
            ActionButton.bare(
                "branch-remove-" + id,
                workspace.text("ui.users.branch.remove", branch.name()),
                "vaadin:trash",
                () -> remove(branch)));
    acts.addClassName("kt-toolbar");
    return acts;
  }

  private Component card(BranchView branch) {
    Span name = new Span(branch.name());
    name.addClassNames("kt-strong", "kt-truncate");
    Div first = new Div(name, acts(branch));
    first.addClassName("kt-card-line");
    Span second = new Span(above(branch));
    second.addClassNames("kt-muted", "kt-truncate");
    Div card = new Div(first, second);
    card.addClassName("kt-row-card");
    return card;
  }

  private void remove(BranchView branch) {
    new AskDialog(
            "branch-remove",
            workspace.text("ui.users.branch.remove", branch.name()),
            workspace.text("ui.users.branch.remove.explanation"),
            workspace.text("ui.users.remove.verb"),
            () -> {
              desk.branches().remove(branch.id(), ExpectedRevision.of(branch.revision()));
              changed();
              workspace.done(workspace.text("ui.users.branch.removed", branch.name()));
            })
        .open();
  }

  private void changed() {
    grid.refresh();
    count();
  }

  private void count() {
    title.count(workspace.formats().number(desk.branches().all().size()));
  }
}
