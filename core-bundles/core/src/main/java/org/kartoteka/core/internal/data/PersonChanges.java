package org.kartoteka.core.internal.data;

import java.util.List;
import java.util.function.Function;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.core.api.person.PersonalData;
import org.kartoteka.core.api.person.PrivateData;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.history.FieldChanges;

/** What changed in a person, field by field. */
public final class PersonChanges {

  private PersonChanges() {}

  /** Between two states with all groups of data; one may be null. */
  public static List<FieldChange> between(Names names, PersonView before, PersonView after) {
    return new FieldChanges<>(before, after)
        .field("firstName", PersonView::firstName)
        .field("lastName", PersonView::lastName)
        .field("sex", PersonView::sex)
        .field("remarks", PersonView::remarks)
        .field("position", PersonView::position)
        .field("department", PersonView::department)
        .field("profession", PersonView::profession)
        .field("education", PersonView::education)
        .pointer("superiorId", PersonView::superiorId, names::person)
        .field("phones", person -> Phrases.phones(person.phones()))
        .field("emails", person -> Phrases.emails(person.emails()))
        .field("privateData.homeAddress", priv(data -> Phrases.address(data.homeAddress())))
        .field("privateData.phones", priv(data -> Phrases.phones(data.phones())))
        .field("privateData.emails", priv(data -> Phrases.emails(data.emails())))
        .field("personalData.birthday", personal(PersonalData::birthday))
        .field("personalData.nameDay", personal(PersonalData::nameDay))
        .field("personalData.anniversaries", personal(PersonalData::anniversaries))
        .field("personalData.family", personal(PersonalData::family))
        .field("personalData.hobby", personal(PersonalData::hobby))
        .field("personalData.interests", personal(PersonalData::interests))
        .each("custom.", PersonView::custom)
        .list();
  }

  private static Function<PersonView, Object> priv(Function<PrivateData, ?> value) {
    return person -> person.privateData() == null ? null : value.apply(person.privateData());
  }

  private static Function<PersonView, Object> personal(Function<PersonalData, ?> value) {
    return person -> person.personalData() == null ? null : value.apply(person.personalData());
  }
}
