package org.kartoteka.ui.internal.user;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kartoteka.platform.api.security.RoleView;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.AskDialog;
import org.kartoteka.ui.api.component.PageTitle;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;

/** The roles, and what the chosen one allows. */
final class RolesPage extends Div {

  private static final String ROLE = "role";

  private final transient UserDesk desk;
  private final transient Visit visit;
  private final transient Workspace workspace;
  private final transient UserWords words;
  private final transient Map<Tab, RoleView> roles = new LinkedHashMap<>();
  private final Tabs tabs = new Tabs(false);
  private final Div place = new Div();
  private transient RoleForm form;
  private boolean filling;

  RolesPage(UserDesk desk, Visit visit) {
    this.desk = desk;
    this.visit = visit;
    workspace = visit.workspace();
    words = new UserWords(workspace);
    addClassNames("kt-page", "kt-page-scroll");
    visit.title(workspace.text("ui.users.roles"));
    Button add = new Button(workspace.text("ui.users.role.new"), VaadinIcon.PLUS.create());
    add.setId("role-new");
    add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add.addClickListener(event -> add());
    tabs.setId("roles");
    tabs.addClassName("kt-side-tabs");
    tabs.addSelectedChangeListener(
        event -> {
          if (!filling) {
            leave(event.getSelectedTab(), event.getPreviousTab());
          }
        });
    workspace.onWidth(
        narrow ->
            tabs.setOrientation(narrow ? Tabs.Orientation.HORIZONTAL : Tabs.Orientation.VERTICAL));
    Paragraph explanation = new Paragraph(workspace.text("ui.users.role.explanation"));
    explanation.addClassName("kt-muted");
    Div beside = new Div(tabs, place);
    beside.addClassName("kt-beside");
    place.addClassName("kt-beside-content");
    add(
        new PageTitle(workspace.text("ui.users.roles"), add),
        new UserTabs(workspace, UserTabs.ROLES),
        explanation,
        beside);
    visit.guard(() -> form != null && form.isChanged());
    fill(visit.state().first(ROLE));
  }

  /** Shows the roles anew and chooses one. */
  private void fill(String wanted) {
    filling = true;
    tabs.removeAll();
    roles.clear();
    List<RoleView> all = desk.directory().roles();
    for (RoleView role : all) {
      Tab tab = new Tab(words.role(role.name()));
      tab.setId("role-" + role.name());
      roles.put(tab, role);
      tabs.add(tab);
    }
    Tab chosen =
        roles.entrySet().stream()
            .filter(entry -> entry.getValue().name().equals(wanted))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseGet(() -> roles.keySet().stream().findFirst().orElse(null));
    tabs.setSelectedTab(chosen);
    filling = false;
    if (chosen != null) {
      show(chosen);
    }
  }

  private void leave(Tab next, Tab previous) {
    if (form == null || !form.isChanged()) {
      show(next);
      return;
    }
    select(previous);
    AskDialog.lose(
            () -> {
              select(next);
              show(next);
            })
        .open();
  }

  private void select(Tab tab) {
    filling = true;
    tabs.setSelectedTab(tab);
    filling = false;
  }

  private void show(Tab tab) {
    RoleView role = roles.get(tab);
    visit.remember(visit.state().with(ROLE, role.name()));
    form = new RoleForm(desk, workspace, role, () -> fill(role.name()));
    form.onRemove(() -> fill(null));
    place.removeAll();
    place.add(form);
  }

  private void add() {
    RecordForm naming = new RecordForm("role-form");
    TextField name = naming.field("name", "ui.users.role.name", new TextField());
    name.setMaxLength(64);
    SidePanel panel = new SidePanel(workspace.text("ui.users.role.new"), naming);
    panel.setId("role-dialog");
    naming.onSave(
        () -> {
          RoleView role = NewRole.of(name.getValue(), roles.values(), desk.directory());
          naming.unchanged();
          panel.close();
          fill(role.name());
        });
    panel.open();
  }
}
