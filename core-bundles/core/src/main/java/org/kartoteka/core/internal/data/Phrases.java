package org.kartoteka.core.internal.data;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kartoteka.core.api.party.Address;
import org.kartoteka.core.api.party.Email;
import org.kartoteka.core.api.party.Phone;

/** Fields of several parts as one text that people can read. */
public final class Phrases {

  private Phrases() {}

  /** Addresses as a text. */
  public static String addresses(List<Address> addresses) {
    return joined(addresses, Phrases::address);
  }

  /** An address as a text. */
  public static String address(Address address) {
    if (address == null) {
      return null;
    }
    String city = phrase(" ", address.postalCode(), address.city());
    String place = phrase(", ", address.street(), city, address.region(), address.country());
    return kind(address.kind(), place);
  }

  /** Phones as a text. */
  public static String phones(List<Phone> phones) {
    return joined(phones, phone -> kind(phone.kind(), phone.value()));
  }

  /** E-mails as a text. */
  public static String emails(List<Email> emails) {
    return joined(emails, email -> kind(email.kind(), email.value()));
  }

  /** The parts that are there, in one text. */
  public static String phrase(String separator, String... parts) {
    return Stream.of(parts)
        .filter(part -> part != null && !part.isEmpty())
        .collect(Collectors.joining(separator));
  }

  /** The elements of a list in one text. */
  public static <T> String joined(List<T> list, Function<T, String> text) {
    return list.stream().map(text).collect(Collectors.joining("; "));
  }

  private static String kind(String kind, String text) {
    return kind == null ? text : kind + ": " + text;
  }
}
