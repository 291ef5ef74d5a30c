package org.kartoteka.ui.internal.person;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.kartoteka.core.api.person.PersonQuery;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.PageTitle;
import org.kartoteka.ui.internal.party.PartyDesk;

/** The page of all persons. */
final class PersonListPage extends Div {

  private static final long COUNTED = 10_000;

  private final transient PartyDesk desk;
  private final transient Workspace workspace;
  private final PageTitle title;

  PersonListPage(PartyDesk desk, Visit visit) {
    this.desk = desk;
    workspace = visit.workspace();
    addClassName("kt-page");
    PersonList list = new PersonList(desk, visit, null);
    title = new PageTitle(workspace.text("person.plural"), buttons(list));
    add(title, list);
    list.onCount(this::count);
  }

  private Component[] buttons(PersonList list) {
    if (!workspace.may("core.person.change")) {
      return new Component[0];
    }
    Button add = new Button(workspace.text("ui.person.new"), VaadinIcon.PLUS.create());
    add.setId("person-new");
    add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add.addClickListener(event -> PersonForm.add(desk, workspace, null, person -> list.reread()));
    return new Component[] {add};
  }

  private void count(PersonQuery query) {
    long number = desk.persons().count(query, COUNTED);
    title.count(
        workspace.text(
            number >= COUNTED ? "ui.list.count.more" : "ui.list.count",
            number,
            workspace.formats().number(number)));
  }
}
