package org.kartoteka.ui.internal.person;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.kartoteka.core.api.duplicate.SimilarPerson;
import org.kartoteka.core.api.party.Address;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.Phone;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.api.person.PersonQuery;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.core.api.person.PersonalData;
import org.kartoteka.core.api.person.PrivateData;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.CarefulSave;
import org.kartoteka.ui.api.component.DateField;
import org.kartoteka.ui.api.component.PartyPicker;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.RowsField;
import org.kartoteka.ui.api.component.SidePanel;
import org.kartoteka.ui.internal.custom.CustomInputs;
import org.kartoteka.ui.internal.desk.PartyDesk;
import org.kartoteka.ui.internal.duplicate.SimilarCards;
import org.kartoteka.ui.internal.record.Rows;
import org.kartoteka.ui.internal.record.Words;

/** All that can be said of a person; groups without the right to them are not shown. */
public final class PersonForm extends RecordForm {

  private final transient PartyDesk desk;
  private final transient Workspace workspace;
  private final PartyPicker party;
  private final TextField firstName = new TextField();
  private final TextField lastName = new TextField();
  private final Select<String> sex = new Select<>();
  private final TextField position = new TextField();
  private final TextField department = new TextField();
  private final ComboBox<PersonView> superior = new ComboBox<>();
  private final RowsField<Phone> phones;
  private final RowsField<Email> emails;
  private final TextField profession = new TextField();
  private final TextField education = new TextField();
  private final TextArea remarks = new TextArea();
  private final RowsField<Address> homeAddress;
  private final RowsField<Phone> privatePhones;
  private final RowsField<Email> privateEmails;
  private final DateField birthday;
  private final transient CustomInputs custom;
  private final TextField nameDay = new TextField();
  private final TextField anniversaries = new TextField();
  private final TextField family = new TextField();
  private final TextField hobby = new TextField();
  private final TextField interests = new TextField();
  private final SimilarCards<SimilarPerson> similar;
  private final boolean privately;
  private final boolean personally;

  /**
   * A form.
   *
   * @param edited the person that is edited; null for a new one
   */
  private PersonForm(PartyDesk desk, Workspace workspace, PersonView edited) {
    super("person-form");
    this.desk = desk;
    this.workspace = workspace;
    privately = workspace.may("core.person.private");
    personally = workspace.may("core.person.personal");
    Words words = desk.words(workspace);
    Rows rows = new Rows(workspace, words);
    party = new PartyPicker(null, desk.parties());
    phones = rows.phones("person-form-phones");
    emails = rows.emails("person-form-emails");
    homeAddress = rows.addresses("person-form-homeAddress");
    privatePhones = rows.phones("person-form-private-phones");
    privateEmails = rows.emails("person-form-private-emails");
    birthday = new DateField();
    similar =
        SimilarCards.ofPersons(
            desk.duplicates(),
            workspace,
            this::read,
            edited == null ? party::partyId : edited::partyId,
            edited == null ? null : edited.id(),
            person -> new PersonPreview(person, words, workspace));
    field("partyId", "person.party", party);
    party.setRequiredIndicatorVisible(true);
    known("firstName", "person.firstName", firstName);
    known("lastName", "person.lastName", lastName);
    known("sex", "person.sex", sex);
    sex.setItems("F", "M");
    sex.setItemLabelGenerator(one -> one == null ? "" : workspace.text("person.sex." + one));
    sex.setEmptySelectionAllowed(true);
    row(firstName, lastName, sex);
    place(similar);
    group("person.business");
    known("position", "person.position", position);
    known("department", "person.department", department);
    row(position, department);
    field("phones", "person.phones", phones);
    field("emails", "person.emails", emails);
    field("superiorId", "person.superiorId", superior);
    superior.setItemLabelGenerator(PersonView::fullName);
    superior.setClearButtonVisible(true);
    group("person.personalia");
    known("profession", "person.profession", profession);
    known("education", "person.education", education);
    row(profession, education);
    field("remarks", "person.remarks", remarks);
    if (privately) {
      privateGroup();
    }
    if (personally) {
      personalGroup();
    }
    custom = desk.custom().inputs(this, workspace, desk.custom().ofPersons());
  }

  private void privateGroup() {
    group("person.privateData");
    field("privateData.homeAddress", "person.privateData.homeAddress", homeAddress);
    field("privateData.phones", "person.privateData.phones", privatePhones);
    field("privateData.emails", "person.privateData.emails", privateEmails);
  }

  private void personalGroup() {
    group("person.personalData");
    known("personalData.birthday", "person.personalData.birthday", birthday);
    known("personalData.nameDay", "person.personalData.nameDay", nameDay);
    nameDay.setHelperText(workspace.text("ui.person.name-day.helper"));
    row(birthday, nameDay);
    field("personalData.anniversaries", "person.personalData.anniversaries", anniversaries);
    field("personalData.family", "person.personalData.family", family);
    field("personalData.hobby", "person.personalData.hobby", hobby);
    field("personalData.interests", "person.personalData.interests", interests);
  }

  private void superiors(PartyId of, PersonId except) {
    superior.setItems(
        query -> {
          String text = query.getFilter().orElse("");
          int skip = query.getOffset();
          return desk
              .persons()
              .page(
                  new PersonQuery(text, of),
                  PageRequest.first(Math.min(500, skip + query.getLimit())))
              .items()
              .stream()
              .skip(skip)
              .filter(person -> !person.id().equals(except));
        });
  }

  private void show(PersonData data) {
    firstName.setValue(orEmpty(data.firstName()));
    lastName.setValue(orEmpty(data.lastName()));
    sex.setValue(data.sex());
    position.setValue(orEmpty(data.position()));
    department.setValue(orEmpty(data.department()));
    profession.setValue(orEmpty(data.profession()));
    education.setValue(orEmpty(data.education()));
    remarks.setValue(orEmpty(data.remarks()));
    phones.setValue(data.phones());
    emails.setValue(data.emails());
    custom.show(data.custom() == null ? Map.of() : data.custom());
    superior.setValue(
        data.superiorId() == null ? null : desk.persons().find(data.superiorId()).orElse(null));
    PrivateData hidden = data.privateData();
    if (hidden != null) {
      homeAddress.setValue(
          hidden.homeAddress() == null ? List.of() : List.of(hidden.homeAddress()));
      privatePhones.setValue(hidden.phones());
      privateEmails.setValue(hidden.emails());
    }
    PersonalData own = data.personalData();
    if (own != null) {
      birthday.setValue(own.birthday());
      nameDay.setValue(orEmpty(own.nameDay()).replaceFirst("^--", ""));
      anniversaries.setValue(orEmpty(own.anniversaries()));
      family.setValue(orEmpty(own.family()));
      hobby.setValue(orEmpty(own.hobby()));
      interests.setValue(orEmpty(own.interests()));
    }
    unchanged();
  }

  private PersonData read() {
    return new PersonData(
        blankToNull(firstName.getValue()),
        blankToNull(lastName.getValue()),
        sex.getValue(),
        blankToNull(remarks.getValue()),
        blankToNull(position.getValue()),
        blankToNull(department.getValue()),
        blankToNull(profession.getValue()),
        blankToNull(education.getValue()),
        superior.getValue() == null ? null : superior.getValue().id(),
        phones.getValue(),
        emails.getValue(),
        privately ? readPrivate() : null,
        personally ? readPersonal() : null,
        custom.read());
  }

  private PrivateData readPrivate() {
    return new PrivateData(
        homeAddress.getValue().stream().findFirst().orElse(null),
        privatePhones.getValue(),
        privateEmails.getValue());
  }

  private PersonalData readPersonal() {
    LocalDate born = birthday.getValue();
    return new PersonalData(
        born,
        nameDay(),
        blankToNull(anniversaries.getValue()),
        blankToNull(family.getValue()),
        blankToNull(hobby.getValue()),
        blankToNull(interests.getValue()));
  }

  private String nameDay() {
    String text = blankToNull(nameDay.getValue());
    if (text == null) {
      return null;
    }
    try {
      return MonthDay.parse(text.startsWith("--") ? text : "--" + text).toString();
    } catch (DateTimeParseException wrong) {
      throw new InvalidInput(FieldError.of("personalData.nameDay", "nameDay"));
    }
  }

  private void warnOfSimilar() {
    similar.follow(
        party,
        firstName,
        lastName,
        phones,
        emails,
        homeAddress,
        privatePhones,
        privateEmails,
        birthday);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /**
   * Adds a person.
   *
   * @param of the party; null when it is chosen in the form
   */
  public static void add(
      PartyDesk desk, Workspace workspace, PartyId of, Consumer<PersonView> added) {
    PersonForm form = new PersonForm(desk, workspace, null);
    form.show(PersonData.named(null, null));
    form.party.choose(of);
    form.party.setVisible(of == null);
    form.superiors(of, null);
    form.superior.setVisible(of != null);
    form.unchanged();
    form.warnOfSimilar();
    SidePanel panel = new SidePanel(workspace.text("ui.person.new"), form);
    panel.setId("person-panel");
    form.onSave(
        () -> {
          PartyId chosen = form.party.partyId();
          if (chosen == null) {
            throw new InvalidInput(FieldError.of("partyId", "required"));
          }
          PersonView person = desk.persons().add(chosen, form.read());
          panel.close();
          workspace.done(workspace.text("ui.person.added", person.fullName()));
          added.accept(person);
        });
    panel.open();
  }

  /** Edits a person. */
  public static void edit(
      PartyDesk desk, Workspace workspace, PersonView person, Consumer<PersonView> saved) {
    PersonForm form = new PersonForm(desk, workspace, person);
    form.superiors(person.partyId(), person.id());
    form.show(person.data());
    form.party.setVisible(false);
    form.warnOfSimilar();
    SidePanel panel = new SidePanel(person.fullName(), form);
    panel.setId("person-panel");
    CarefulSave<PersonView, PersonData> saving =
        new CarefulSave<>(
            PersonData.class,
            PersonView::data,
            (read, revision, data) -> desk.persons().change(read.id(), revision, data),
            read -> desk.persons().get(read.id()),
            new Words("person", workspace, desk.colleagues()).with(desk.custom().all()));
    form.onSave(
        () ->
            saving.save(
                person,
                form.read(),
                changed -> {
                  panel.close();
                  saved.accept(changed);
                }));
    panel.open();
  }
}
