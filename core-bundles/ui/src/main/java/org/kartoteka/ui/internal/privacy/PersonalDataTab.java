package org.kartoteka.ui.internal.privacy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import org.kartoteka.core.api.party.PartyKind;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.api.person.PersonQuery;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.ui.api.PartyCardTab;
import org.kartoteka.ui.api.Visit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** A private person's data, on its party's card. */
@org.osgi.service.component.annotations.Component
public class PersonalDataTab implements PartyCardTab {

  private final PersonalDataDesk desk;
  private final PersonDirectory persons;

  @Activate
  public PersonalDataTab(@Reference PersonalDataDesk desk, @Reference PersonDirectory persons) {
    this.desk = desk;
    this.persons = persons;
  }

  @Override
  public String id() {
    return "personal-data";
  }

  @Override
  public String feature() {
    return "core";
  }

  @Override
  public String titleKey() {
    return "ui.privacy.title";
  }

  @Override
  public int order() {
    return 910;
  }

  @Override
  public String permission() {
    return PersonalDataDesk.PERMISSION;
  }

  @Override
  public boolean appliesTo(PartyView party) {
    return party.kind() == PartyKind.NATURAL_PERSON;
  }

  @Override
  public Component open(PartyView party, Visit visit) {
    return persons.brief(PersonQuery.of(party.id()), PageRequest.first(1)).items().stream()
        .findFirst()
        .map(
            person ->
                desk.panel(
                    person.id(),
                    party.name(),
                    visit.workspace(),
                    () -> visit.navigate("parties/" + party.id().value())))
        .orElseGet(Div::new);
  }
}
