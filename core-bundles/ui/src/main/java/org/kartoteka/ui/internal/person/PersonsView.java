package org.kartoteka.ui.internal.person;

import com.vaadin.flow.component.Component;
import java.util.List;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.ui.api.Section;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.WorkspaceView;
import org.kartoteka.ui.internal.desk.PartyDesk;
import org.kartoteka.ui.internal.privacy.PersonalDataDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** The list of persons, and the card of one: {@code persons} and {@code persons/12}. */
@org.osgi.service.component.annotations.Component
public class PersonsView implements WorkspaceView {

  private final PartyDesk desk;
  private final PersonalDataDesk personalData;

  @Activate
  public PersonsView(@Reference PartyDesk desk, @Reference PersonalDataDesk personalData) {
    this.desk = desk;
    this.personalData = personalData;
  }

  @Override
  public String id() {
    return "persons";
  }

  @Override
  public String feature() {
    return "core";
  }

  @Override
  public String titleKey() {
    return "person.plural";
  }

  @Override
  public Section section() {
    return Section.REGISTER;
  }

  @Override
  public String icon() {
    return "vaadin:users";
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public String permission() {
    return "core.person.read";
  }

  @Override
  public Component open(Visit visit) {
    List<String> path = visit.path();
    if (path.isEmpty()) {
      return new PersonListPage(desk, visit);
    }
    String id = path.get(0);
    if (!id.matches("\\d{1,18}")) {
      throw new NotFound(PersonDirectory.TYPE, id);
    }
    return new PersonCardPage(
        desk, personalData, visit, desk.persons().get(new PersonId(Long.parseLong(id))));
  }
}
