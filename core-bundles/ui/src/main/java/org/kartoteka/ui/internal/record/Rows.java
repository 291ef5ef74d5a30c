package org.kartoteka.ui.internal.record;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.kartoteka.core.api.party.Address;
import org.kartoteka.core.api.party.BankAccount;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.Identifier;
import org.kartoteka.core.api.party.IdentifierTypes;
import org.kartoteka.core.api.party.Phone;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.RowsField;

/** The rows of identifiers, addresses, phones, e-mails and bank accounts in forms. */
public final class Rows {

  private static final List<String> ADDRESSES =
      List.of("SEAT", "CORRESPONDENCE", "DELIVERY", "INVOICE", "HOME");
  private static final List<String> PHONES = List.of("OFFICE", "MOBILE", "FAX", "PRIVATE");
  private static final List<String> EMAILS = List.of("OFFICE", "INVOICE", "PRIVATE");
  private static final List<String> COUNTRIES = Arrays.asList(Locale.getISOCountries());

  private final Workspace workspace;
  private final Words words;

  public Rows(Workspace workspace, Words words) {
    this.workspace = workspace;
    this.words = words;
  }

  /** Identifiers. */
  public RowsField<Identifier> identifiers(String id) {
    return new RowsField<>(id, () -> new IdentifierRow());
  }

  /** Addresses. */
  public RowsField<Address> addresses(String id) {
    return new RowsField<>(id, () -> new AddressRow(this));
  }

  /** Phones. */
  public RowsField<Phone> phones(String id) {
    return new RowsField<>(
        id,
        () ->
            new KindRow<>(
                choice("party.phone.kind", PHONES, kind -> words.kind("phone", kind)),
                text("party.phone.value"),
                Phone::new,
                Phone::kind,
                Phone::value));
  }

  /** E-mails. */
  public RowsField<Email> emails(String id) {
    return new RowsField<>(
        id,
        () ->
            new KindRow<>(
                choice("party.email.kind", EMAILS, kind -> words.kind("email", kind)),
                text("party.email.value"),
                Email::new,
                Email::kind,
                Email::value));
  }

  /** Bank accounts. */
  public RowsField<BankAccount> bankAccounts(String id) {
    return new RowsField<>(id, () -> new AccountRow());
  }

  /** A field that chooses a country. */
  public ComboBox<String> country() {
    ComboBox<String> field = new ComboBox<>();
    Comparator<String> byName =
        Comparator.comparing(words::country, java.text.Collator.getInstance(locale()));
    field.setItems(COUNTRIES.stream().sorted(byName).toList());
    field.setItemLabelGenerator(words::country);
    field.setClearButtonVisible(true);
    return field;
  }

  private Locale locale() {
    return workspace.formats().locale();
  }

  private TextField text(String titleKey) {
    TextField field = new TextField();
    field.setPlaceholder(workspace.text(titleKey));
    field.setAriaLabel(workspace.text(titleKey));
    return field;
  }

  private ComboBox<String> choice(
      String titleKey, List<String> known, Function<String, String> title) {
    ComboBox<String> field = new ComboBox<>();
    field.setItems(known);
    field.setItemLabelGenerator(title::apply);
    field.setAllowCustomValue(true);
    field.addCustomValueSetListener(event -> field.setValue(event.getDetail()));
    field.setPlaceholder(workspace.text(titleKey));
    field.setAriaLabel(workspace.text(titleKey));
    field.addClassName("kt-kind");
    return field;
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  /** A kind and a value. */
  private static final class KindRow<T> extends RowsField.Row<T> {
    private final ComboBox<String> kind;
    private final TextField value;
    private final Maker<T> maker;
    private final Function<T, String> kindOf;
    private final Function<T, String> valueOf;

    interface Maker<T> {
      T make(String kind, String value);
    }

    KindRow(
        ComboBox<String> kind,
        TextField value,
        Maker<T> maker,
        Function<T, String> kindOf,
        Function<T, String> valueOf) {
      this.kind = input("kind", kind);
      this.value = input("value", value);
      this.maker = maker;
      this.kindOf = kindOf;
      this.valueOf = valueOf;
    }

    @Override
    public void show(T shown) {
      kind.setValue(kindOf.apply(shown));
      value.setValue(orEmpty(valueOf.apply(shown)));
    }

    @Override
    public T value() {
      return value.getValue().isBlank()
          ? null
          : maker.make(blankToNull(kind.getValue()), value.getValue().strip());
    }
  }

  private final class IdentifierRow extends RowsField.Row<Identifier> {
    private final ComboBox<String> type =
        input(
            "type",
            choice("party.identifier.type", IdentifierTypes.OFFERED, words::identifierType));
    private final TextField number = input("value", text("party.identifier.value"));

    @Override
    public void show(Identifier shown) {
      type.setValue(shown.type());
      number.setValue(orEmpty(shown.value()));
    }

    @Override
    public Identifier value() {
      return number.getValue().isBlank()
          ? null
          : new Identifier(orEmpty(type.getValue()), number.getValue().strip());
    }
  }

  private final class AccountRow extends RowsField.Row<BankAccount> {
    private final TextField iban = input("iban", text("party.bankAccount.iban"));
    private final TextField bic = input("bic", text("party.bankAccount.bic"));
    private final TextField bank = input("bank", text("party.bankAccount.bank"));
    private final TextField currency = input("currency", text("party.bankAccount.currency"));

    @Override
    public void show(BankAccount shown) {
      iban.setValue(orEmpty(shown.iban()));
      bic.setValue(orEmpty(shown.bic()));
      bank.setValue(orEmpty(shown.bank()));
      currency.setValue(orEmpty(shown.currency()));
    }

    @Override
    public BankAccount value() {
      return iban.getValue().isBlank() && bank.getValue().isBlank()
          ? null
          : new BankAccount(
              iban.getValue().strip(),
              blankToNull(bic.getValue()),
              blankToNull(bank.getValue()),
              blankToNull(currency.getValue()));
    }
  }

  /** An address; also used alone for a home address. */
  public static final class AddressRow extends RowsField.Row<Address> {
    private final ComboBox<String> kind;
    private final TextField street;
    private final TextField postalCode;
    private final TextField city;
    private final TextField region;
    private final ComboBox<String> country;

    AddressRow(Rows rows) {
      kind =
          input(
              "kind",
              rows.choice("party.address.kind", ADDRESSES, one -> rows.words.kind("address", one)));
      street = input("street", rows.text("party.address.street"));
      postalCode = input("postalCode", rows.text("party.address.postalCode"));
      city = input("city", rows.text("party.address.city"));
      region = input("region", rows.text("party.address.region"));
      country = input("country", rows.country());
      country.setPlaceholder(rows.workspace.text("party.address.country"));
      country.setAriaLabel(rows.workspace.text("party.address.country"));
    }

    @Override
    public void show(Address shown) {
      kind.setValue(shown.kind());
      street.setValue(orEmpty(shown.street()));
      postalCode.setValue(orEmpty(shown.postalCode()));
      city.setValue(orEmpty(shown.city()));
      region.setValue(orEmpty(shown.region()));
      country.setValue(blankToNull(shown.country()));
    }

    @Override
    public Address value() {
      boolean blank =
          street.getValue().isBlank()
              && postalCode.getValue().isBlank()
              && city.getValue().isBlank()
              && region.getValue().isBlank()
              && country.getValue() == null;
      return blank
          ? null
          : new Address(
              blankToNull(kind.getValue()),
              blankToNull(street.getValue()),
              blankToNull(postalCode.getValue()),
              blankToNull(city.getValue()),
              blankToNull(region.getValue()),
              country.getValue());
    }
  }
}
