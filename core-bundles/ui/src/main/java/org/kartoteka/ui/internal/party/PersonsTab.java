package org.kartoteka.ui.internal.party;

import com.vaadin.flow.component.Component;
import java.util.OptionalLong;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.api.person.PersonQuery;
import org.kartoteka.ui.api.PartyCardTab;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.internal.desk.PartyDesk;
import org.kartoteka.ui.internal.person.PersonList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** The persons of a party, on its card. */
@org.osgi.service.component.annotations.Component
public class PersonsTab implements PartyCardTab {

  private final PartyDesk desk;

  @Activate
  public PersonsTab(@Reference PartyDesk desk) {
    this.desk = desk;
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
  public int order() {
    return 20;
  }

  @Override
  public String permission() {
    return "core.person.read";
  }

  @Override
  public OptionalLong badge(PartyView party) {
    return OptionalLong.of(desk.persons().count(PersonQuery.of(party.id()), 999));
  }

  @Override
  public Component open(PartyView party, Visit visit) {
    return new PersonList(desk, visit, party.id());
  }
}
