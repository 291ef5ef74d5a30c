package org.kartoteka.ui.internal.party;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.kartoteka.core.api.duplicate.SimilarParty;
import org.kartoteka.core.api.party.Address;
import org.kartoteka.core.api.party.BankAccount;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.Identifier;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyKind;
import org.kartoteka.core.api.party.PartyPerson;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.api.party.Phone;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.RecordFields;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.RowsField;
import org.kartoteka.ui.api.component.SidePanel;
import org.kartoteka.ui.internal.custom.CustomInputs;
import org.kartoteka.ui.internal.desk.PartyDesk;
import org.kartoteka.ui.internal.duplicate.SimilarCards;
import org.kartoteka.ui.internal.record.Rows;
import org.kartoteka.ui.internal.record.Words;
import org.kartoteka.ui.internal.record.WordsField;

/** All that can be said of a party. */
final class PartyForm extends RecordForm {

  private static final List<Integer> RATINGS = List.of(1, 2, 3, 4, 5);

  private final transient PartyDesk desk;
  private final transient Workspace workspace;
  private final RadioButtonGroup<PartyKind> kind = new RadioButtonGroup<>();
  private final TextField name = new TextField();
  private final TextField firstName = new TextField();
  private final TextField lastName = new TextField();
  private final ComboBox<String> sex = new ComboBox<>();
  private final TextField shortName = new TextField();
  private final TextField number = new TextField();
  private final RowsField<Identifier> identifiers;
  private final RowsField<Address> addresses;
  private final RowsField<Phone> phones;
  private final RowsField<Email> emails;
  private final RowsField<BankAccount> bankAccounts;
  private final TextField web = new TextField();
  private final ComboBox<UserId> owner;
  private final ComboBox<Integer> rating = new ComboBox<>();
  private final WordsField roles = new WordsField(PartyFilterBar.ROLES);
  private final WordsField tags;
  private final IntegerField paymentTermDays = new IntegerField();
  private final TextArea documentText = new TextArea();
  private final ComboBox<String> language = new ComboBox<>();
  private final ComboBox<String> currency = new ComboBox<>();
  private final transient CustomInputs custom;
  private final SimilarCards<SimilarParty> similar;

  /**
   * A form.
   *
   * @param edited the party that is edited; null for a new one
   */
  private PartyForm(PartyDesk desk, Workspace workspace, PartyId edited) {
    super("party-form");
    this.desk = desk;
    this.workspace = workspace;
    Words words = desk.words(workspace);
    Rows rows = new Rows(workspace, words);
    identifiers = rows.identifiers("party-form-identifiers");
    addresses = rows.addresses("party-form-addresses");
    phones = rows.phones("party-form-phones");
    emails = rows.emails("party-form-emails");
    bankAccounts = rows.bankAccounts("party-form-bankAccounts");
    owner = desk.colleagues().picker();
    tags = new WordsField(desk.parties().tags().stream().map(PartyRegister.TagView::name).toList());
    similar =
        SimilarCards.ofParties(
            desk.duplicates(),
            workspace,
            this::read,
            edited,
            id -> new PartyPreview(desk.parties().get(id), desk, workspace));
    names();
    place(similar);
    field("phones", "party.phones", phones);
    field("emails", "party.emails", emails);
    field("web", "party.web", web);
    field("addresses", "party.addresses", addresses);
    group("ui.party.group.identity");
    field("number", "party.number", number);
    number.setHelperText(workspace.text("ui.party.number.helper"));
    field("identifiers", "party.identifiers", identifiers);
    group("ui.party.group.care");
    field("ownerId", "party.ownerId", owner);
    field("rating", "party.rating", rating);
    field("roles", "party.roles", roles);
    field("tags", "party.tags", tags);
    group("ui.party.group.trade");
    field("bankAccounts", "party.bankAccounts", bankAccounts);
    known("paymentTermDays", "party.paymentTermDays", paymentTermDays);
    known("currency", "party.currency", currency);
    known("language", "party.language", language);
    row(paymentTermDays, currency, language);
    field("documentText", "party.documentText", documentText);
    custom = desk.custom().inputs(this, workspace, desk.custom().ofParties());
    choices(words);
  }

  private void names() {
    kind.setItems(PartyKind.values());
    kind.setItemLabelGenerator(one -> workspace.text("party.kind." + one.name()));
    kind.addValueChangeListener(event -> showNames(event.getValue()));
    field("kind", "party.kind", kind);
    field("name", "party.name", name);
    name.setRequiredIndicatorVisible(true);
    known("person.firstName", "party.person.firstName", firstName);
    known("person.lastName", "party.person.lastName", lastName);
    lastName.setRequiredIndicatorVisible(true);
    known("person.sex", "party.person.sex", sex);
    sex.setItems("F", "M");
    sex.setItemLabelGenerator(one -> workspace.text("person.sex." + one));
    sex.setClearButtonVisible(true);
    row(firstName, lastName, sex);
    field("shortName", "party.shortName", shortName);
  }

  private void showNames(PartyKind chosen) {
    boolean natural = chosen == PartyKind.NATURAL_PERSON;
    name.setVisible(!natural);
    firstName.setVisible(natural);
    lastName.setVisible(natural);
    sex.setVisible(natural);
  }

  private void choices(Words words) {
    rating.setItems(RATINGS);
    rating.setItemLabelGenerator(stars -> "★".repeat(stars) + "☆".repeat(5 - stars));
    rating.setClearButtonVisible(true);
    roles.setItemLabelGenerator(words::role);
    paymentTermDays.setStepButtonsVisible(false);
    documentText.setMinRows(2);
    Locale locale = workspace.formats().locale();
    Collator collator = Collator.getInstance(locale);
    language.setItems(
        Arrays.stream(Locale.getISOLanguages())
            .sorted(
                Comparator.comparing(
                        (String code) ->
                            Messages.LANGUAGES.stream()
                                .noneMatch(known -> known.getLanguage().equals(code)))
                    .thenComparing(code -> languageName(code, locale), collator))
            .toList());
    language.setItemLabelGenerator(code -> languageName(code, locale));
    language.setClearButtonVisible(true);
    currency.setItems(
        Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .sorted()
            .toList());
    currency.setClearButtonVisible(true);
  }

  private static String languageName(String code, Locale locale) {
    return new Locale(code).getDisplayLanguage(locale);
  }

  private void show(PartyData data) {
    custom.show(data.custom());
    kind.setValue(data.kind());
    showNames(data.kind());
    name.setValue(orEmpty(data.name()));
    if (data.person() != null) {
      firstName.setValue(orEmpty(data.person().firstName()));
      lastName.setValue(orEmpty(data.person().lastName()));
      sex.setValue(data.person().sex());
    }
    shortName.setValue(orEmpty(data.shortName()));
    number.setValue(orEmpty(data.number()));
    identifiers.setValue(data.identifiers());
    addresses.setValue(data.addresses());
    phones.setValue(data.phones());
    emails.setValue(data.emails());
    bankAccounts.setValue(data.bankAccounts());
    web.setValue(orEmpty(data.web()));
    owner.setValue(data.ownerId());
    rating.setValue(data.rating());
    roles.setValue(new LinkedHashSet<>(data.roles()));
    tags.setValue(new LinkedHashSet<>(data.tags()));
    paymentTermDays.setValue(data.paymentTermDays());
    documentText.setValue(orEmpty(data.documentText()));
    language.setValue(data.language());
    currency.setValue(data.currency());
    unchanged();
  }

  private PartyData read() {
    boolean natural = kind.getValue() == PartyKind.NATURAL_PERSON;
    return new PartyData(
        kind.getValue(),
        natural ? null : blankToNull(name.getValue()),
        blankToNull(shortName.getValue()),
        blankToNull(number.getValue()),
        identifiers.getValue(),
        addresses.getValue(),
        phones.getValue(),
        emails.getValue(),
        blankToNull(web.getValue()),
        bankAccounts.getValue(),
        paymentTermDays.getValue(),
        blankToNull(documentText.getValue()),
        language.getValue(),
        currency.getValue(),
        rating.getValue(),
        owner.getValue(),
        List.copyOf(tags.getValue()),
        List.copyOf(roles.getValue()),
        natural
            ? new PartyPerson(
                blankToNull(firstName.getValue()), blankToNull(lastName.getValue()), sex.getValue())
            : null,
        custom.read());
  }

  private void warnOfSimilar() {
    similar.follow(
        name,
        firstName,
        lastName,
        shortName,
        identifiers,
        phones,
        emails,
        web,
        addresses,
        bankAccounts);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** Registers a new party and opens its card. */
  static void add(PartyDesk desk, Workspace workspace) {
    PartyForm form = new PartyForm(desk, workspace, null);
    form.show(PartyData.organisation(null));
    form.owner.setValue(workspace.user().id());
    form.unchanged();
    form.warnOfSimilar();
    SidePanel panel = new SidePanel(workspace.text("ui.party.new"), form);
    panel.setId("party-panel");
    form.onSave(
        () -> {
          PartyView added = desk.parties().register(form.read());
          panel.close();
          workspace.done(workspace.text("ui.party.added", added.name()));
          workspace.navigate("parties/" + added.id().value());
        });
    panel.open();
  }

  /** Edits a party. */
  static void edit(
      PartyDesk desk, Workspace workspace, PartyView party, Consumer<PartyView> saved) {
    PartyForm form = new PartyForm(desk, workspace, party.id());
    form.show(party.data());
    form.kind.setVisible(false);
    form.warnOfSimilar();
    SidePanel panel = new SidePanel(party.name(), form);
    panel.setId("party-panel");
    form.onSave(
        () ->
            desk.saving(workspace)
                .save(
                    party,
                    sameName(form.read(), party),
                    changed -> {
                      panel.close();
                      saved.accept(changed);
                    }));
    panel.open();
  }

  /** The name of a natural person follows from the person and is no change of its own. */
  private static PartyData sameName(PartyData data, PartyView party) {
    return data.kind() == PartyKind.NATURAL_PERSON
        ? RecordFields.with(data, "name", party.name())
        : data;
  }
}
