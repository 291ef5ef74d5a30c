package org.kartoteka.core.internal.search;

import java.util.ArrayList;
import java.util.List;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.core.api.search.SearchHit;
import org.kartoteka.core.api.search.SearchSource;
import org.kartoteka.core.internal.data.CorePermissions;
import org.kartoteka.core.internal.data.Phrases;
import org.kartoteka.core.internal.person.PersonLists;
import org.kartoteka.core.internal.person.PersonLists.Row;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.AccessControl;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds persons by parts of names, phones and e-mails. */
@Component
public final class PersonSearchSource implements SearchSource {

  private final AccessControl access;
  private final PersonLists persons;

  @Activate
  public PersonSearchSource(@Reference AccessControl access, @Reference PersonLists persons) {
    this.access = access;
    this.persons = persons;
  }

  @Override
  public String type() {
    return PersonDirectory.TYPE;
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public List<SearchHit> search(String text, int limit) {
    if (!access.may(CorePermissions.PERSON_READ)) {
      return List.of();
    }
    return persons.search(text, limit).stream().map(found -> hit(text, found)).toList();
  }

  private static SearchHit hit(String text, Row found) {
    PersonView person = found.person().toView(found.partyName(), false, false);
    List<String> own = new ArrayList<>(List.of(person.fullName()));
    person.phones().forEach(phone -> own.add(phone.value()));
    person.emails().forEach(email -> own.add(email.value()));
    return new SearchHit(
        RecordRef.of(PersonDirectory.TYPE, person.id(), person.fullName()),
        Phrases.phrase(" · ", person.position(), partyName(person)),
        "persons/" + person.id().value(),
        FormerNames.fitting(text, own, found.person().formerly()));
  }

  /** Left out for a natural person, whose party is called as he is. */
  private static String partyName(PersonView person) {
    return person.fullName().equals(person.partyName()) ? null : person.partyName();
  }
}
