package org.kartoteka.ui.internal.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kartoteka.core.api.custom.CustomFieldType;
import org.kartoteka.core.api.custom.CustomFieldView;
import org.kartoteka.core.api.party.Address;
import org.kartoteka.core.api.party.BankAccount;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.Identifier;
import org.kartoteka.core.api.party.PartyKind;
import org.kartoteka.core.api.party.PartyPerson;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.api.party.Phone;
import org.kartoteka.core.api.person.PersonalData;
import org.kartoteka.core.api.person.PrivateData;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.MergeDialog;

/** The fields of core records and their values in words. */
public final class Words implements MergeDialog.Wording {

  private static final Pattern CODE = Pattern.compile("(?<![\\p{L}\\d])([A-Z][A-Z0-9_]+): ");

  private final String record;
  private final Workspace workspace;
  private final Colleagues colleagues;
  private List<CustomFieldView> customFields = List.of();

  /**
   * The words of a type of record.
   *
   * @param record the type, such as {@code party}: the prefix of the titles' keys
   */
  public Words(String record, Workspace workspace, Colleagues colleagues) {
    this.record = record;
    this.workspace = workspace;
    this.colleagues = colleagues;
  }

  /** The same words, which know these custom fields too. */
  public Words with(List<CustomFieldView> fields) {
    customFields = List.copyOf(fields);
    return this;
  }

  private CustomFieldView custom(String field) {
    return customFields.stream()
        .filter(one -> one.path().equals(field) && one.recordType().equals(record))
        .findFirst()
        .orElse(null);
  }

  @Override
  public String title(String field) {
    CustomFieldView custom = custom(field);
    if (custom != null) {
      return custom.label(workspace.formats().locale());
    }
    String plain = field.replaceAll("\\[[^]]*]", "");
    String text = workspace.text(record + "." + plain);
    return text.startsWith("!") ? field : text;
  }

  @Override
  public String value(String field, Object value) {
    CustomFieldView custom = value == null ? null : custom(field);
    if (custom != null) {
      boolean truth = custom.type() == CustomFieldType.YES_NO;
      return CustomShown.text(workspace, custom, truth ? Boolean.valueOf(value.toString()) : value);
    }
    if (value instanceof Collection<?> many) {
      return many.stream().map(one -> value(field, one)).collect(Collectors.joining("; "));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> entry.getKey() + ": " + entry.getValue())
          .collect(Collectors.joining("; "));
    }
    if (value instanceof UserId user) {
      return colleagues.name(user);
    }
    if (value instanceof LocalDate date) {
      return workspace.formats().date(date);
    }
    if (value instanceof Instant instant) {
      return workspace.formats().dateTime(instant);
    }
    if (value instanceof PartyKind kind) {
      return workspace.text("party.kind." + kind.name());
    }
    if (value instanceof PartyStatus status) {
      return workspace.text("party.status." + status.name());
    }
    if (value instanceof Record part) {
      return part(part);
    }
    if (value instanceof String text) {
      return named(field, text);
    }
    return value == null ? "" : value.toString();
  }

  /** A role in the user's language. */
  public String role(String role) {
    return known("party.role." + role, role);
  }

  /** The kind of a part such as a phone, in the user's language. */
  public String kind(String part, String kind) {
    return kind == null ? "" : known("party." + part + ".kind." + kind, kind);
  }

  /** The type of an identifier in the user's language. */
  public String identifierType(String type) {
    return known("party.identifier." + type, type);
  }

  /** An address on one line. */
  public String address(Address address) {
    String city = joined(" ", address.postalCode(), address.city());
    return joined(", ", address.street(), city, address.region(), country(address.country()));
  }

  /** A country in the user's language. */
  public String country(String code) {
    return code == null || code.isBlank()
        ? null
        : new java.util.Locale("", code).getDisplayCountry(workspace.formats().locale());
  }

  private String named(String field, String text) {
    return switch (field) {
      case "roles" ->
          Stream.of(text.split(", *")).map(this::role).collect(Collectors.joining(", "));
      case "kind" -> known(record + ".kind." + text, text);
      case "status" -> known(record + ".status." + text, text);
      case "identifiers" -> spelledOut(text, this::identifierType);
      case "phones" -> spelledOut(text, kind -> kind("phone", kind));
      case "emails" -> spelledOut(text, kind -> kind("email", kind));
      case "addresses" -> spelledOut(text, kind -> kind("address", kind));
      case "pinned" -> workspace.text("custom.yes");
      case "admission" -> known("party.admission." + text, text);
      case "sex" -> known("person.sex." + text, text);
      default -> text;
    };
  }

  /** The codes before the values, as the history keeps them, in words. */
  private static String spelledOut(String text, UnaryOperator<String> word) {
    return CODE.matcher(text)
        .replaceAll(code -> Matcher.quoteReplacement(word.apply(code.group(1)) + ": "));
  }

  private String part(Record part) {
    if (part instanceof Identifier identifier) {
      return identifierType(identifier.type()) + " " + identifier.value();
    }
    if (part instanceof Phone phone) {
      return joined(" ", kind("phone", phone.kind()), workspace.formats().phone(phone.value()));
    }
    if (part instanceof Email email) {
      return joined(" ", kind("email", email.kind()), email.value());
    }
    if (part instanceof Address address) {
      return joined(": ", kind("address", address.kind()), address(address));
    }
    if (part instanceof BankAccount account) {
      return joined(" ", groups(account.iban()), account.bic(), account.bank(), account.currency());
    }
    if (part instanceof PartyPerson person) {
      return joined(" ", person.firstName(), person.lastName());
    }
    if (part instanceof PrivateData data) {
      return joined(
          "; ",
          data.homeAddress() == null ? null : address(data.homeAddress()),
          value("phones", data.phones()),
          value("emails", data.emails()));
    }
    if (part instanceof PersonalData data) {
      return joined(
          "; ",
          value("birthday", data.birthday()),
          data.nameDay(),
          data.anniversaries(),
          data.family(),
          data.hobby(),
          data.interests());
    }
    return part.toString();
  }

  /** The IBAN in groups of four, as on paper. */
  private static String groups(String iban) {
    return iban == null ? null : iban.replaceAll("(.{4})(?!$)", "$1 ");
  }

  private String known(String key, String otherwise) {
    String text = workspace.text(key);
    return text.startsWith("!") ? otherwise : text;
  }

  /** The parts that are not blank, joined. */
  public static String joined(String between, String... parts) {
    return Stream.of(parts)
        .filter(Objects::nonNull)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(between));
  }
}
