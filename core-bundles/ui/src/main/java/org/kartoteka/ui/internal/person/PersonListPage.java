package org.kartoteka.ui.internal.person;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.List;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.api.person.PersonQuery;
import org.kartoteka.platform.api.exchange.ExportQuery;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.PageTitle;
import org.kartoteka.ui.internal.desk.PartyDesk;
import org.kartoteka.ui.internal.exchange.ExportDesk;

/** The page of all persons. */
final class PersonListPage extends Div {

  private static final long COUNTED = 10_000;

  private final transient PartyDesk desk;
  private final transient Workspace workspace;
  private final PageTitle title;
  private final PersonList list;
  private transient PersonQuery shown = new PersonQuery(null, null);

  PersonListPage(PartyDesk desk, Visit visit) {
    this.desk = desk;
    workspace = visit.workspace();
    addClassName("kt-page");
    list = new PersonList(desk, visit, null);
    title = new PageTitle(workspace.text("person.plural"), buttons());
    add(title, list);
    list.onCount(this::count);
  }

  private Component[] buttons() {
    List<Component> buttons = new ArrayList<>();
    if (desk.exports().isOffered(workspace)) {
      buttons.add(desk.exports().button(workspace, PersonDirectory.TYPE, this::exported));
    }
    if (!workspace.may("core.person.change")) {
      return buttons.toArray(Component[]::new);
    }
    Button add = new Button(workspace.text("ui.person.new"), VaadinIcon.PLUS.create());
    add.setId("person-new");
    add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add.addClickListener(event -> PersonForm.add(desk, workspace, null, person -> list.reread()));
    buttons.add(add);
    return buttons.toArray(Component[]::new);
  }

  /** The list as it is now. */
  private ExportQuery exported() {
    return ExportDesk.query(shown.fields(), list.sort());
  }

  private void count(PersonQuery query) {
    shown = query;
    long number = desk.persons().count(query, COUNTED);
    title.count(
        workspace.text(
            number >= COUNTED ? "ui.list.count.more" : "ui.list.count",
            number,
            workspace.formats().number(number)));
  }
}
