package org.kartoteka.core.internal.duplicate;

import static org.kartoteka.core.api.duplicate.Resemblance.ADDRESS;
import static org.kartoteka.core.api.duplicate.Resemblance.BANK_ACCOUNT;
import static org.kartoteka.core.api.duplicate.Resemblance.BIRTHDAY;
import static org.kartoteka.core.api.duplicate.Resemblance.EMAIL;
import static org.kartoteka.core.api.duplicate.Resemblance.IDENTIFIER;
import static org.kartoteka.core.api.duplicate.Resemblance.NAME;
import static org.kartoteka.core.api.duplicate.Resemblance.PHONE;
import static org.kartoteka.core.api.duplicate.Resemblance.SIMILAR_ADDRESS;
import static org.kartoteka.core.api.duplicate.Resemblance.SIMILAR_NAME;
import static org.kartoteka.core.api.duplicate.Resemblance.WEB;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kartoteka.core.api.duplicate.Resemblance;
import org.kartoteka.core.internal.duplicate.Profile.Number;
import org.kartoteka.core.internal.duplicate.Profile.Place;

/**
 * Weighs what speaks for and against two cards being the same party, after Fellegi and Sunter: each
 * field adds the logarithm of how much likelier its agreement, or its difference, is between two
 * cards of one party than between two parties that happen to share a key.
 */
final class Comparison {

  private static final double DOUBT_PERSON = -6;
  private static final double DOUBT_ORGANISATION = -5.2;
  private static final double SAME = 0.97;
  private static final double CLOSE = 0.88;
  private static final double UNLIKE = 0.75;

  private final Profile one;
  private final Profile other;
  private final Map<Resemblance, Double> found = new EnumMap<>(Resemblance.class);
  private double weight;

  private Comparison(Profile one, Profile other) {
    this.one = one;
    this.other = other;
  }

  /** Compares two cards. */
  static Likeness of(Profile one, Profile other) {
    return new Comparison(one, other).likeness();
  }

  private Likeness likeness() {
    boolean persons = one.isNaturalPerson() && other.isNaturalPerson();
    weight = persons ? DOUBT_PERSON : DOUBT_ORGANISATION;
    if (persons) {
      personName();
      birthday();
    } else if (!one.isNaturalPerson() && !other.isNaturalPerson()) {
      organisationName();
      identityOf(one.web(), other.web(), WEB, 2.5);
    }
    identifiers();
    shared(one.phones(), other.phones(), PHONE, 3.5);
    shared(one.emails(), other.emails(), EMAIL, persons ? 4 : 3);
    shared(one.accounts(), other.accounts(), BANK_ACCOUNT, 4);
    places();
    return new Likeness((int) Math.round(100 / (1 + Math.exp(-weight))), resemblances());
  }

  private List<Resemblance> resemblances() {
    return found.entrySet().stream()
        .sorted(Map.Entry.<Resemblance, Double>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  private void personName() {
    double straight = words(one.first(), other.first()) + words(one.last(), other.last());
    double swapped = words(one.first(), other.last()) + words(one.last(), other.first());
    boolean crossed = swapped > straight && swapped > 2 * CLOSE;
    double first = crossed ? words(one.first(), other.last()) : words(one.first(), other.first());
    double last = crossed ? words(one.last(), other.first()) : words(one.last(), other.last());
    double sum = known(first, 2, 1.2, -2) + known(last, 3, 2, -2.5);
    weight += sum;
    if (first >= SAME && last >= SAME) {
      found.put(NAME, sum);
    } else if (sum > 1) {
      found.put(SIMILAR_NAME, sum);
    }
  }

  private static double known(double similarity, double same, double close, double unlike) {
    if (similarity < 0) {
      return 0;
    }
    return similarity >= SAME
        ? same
        : similarity >= CLOSE ? close : similarity >= UNLIKE ? close / 3 : unlike;
  }

  /** How alike the words are; below zero when one side has none. */
  private static double words(List<String> some, List<String> others) {
    if (some.isEmpty() || others.isEmpty()) {
      return -0.001;
    }
    return Math.max(
        Similarity.of(String.join("", some), String.join("", others)),
        0.95 * Similarity.of(some.get(0), others.get(0)));
  }

  private void organisationName() {
    double best = names(one.last(), other.last());
    best = Math.max(best, names(one.otherNames(), other.otherNames()));
    best = Math.max(best, names(one.last(), other.otherNames()));
    best = Math.max(best, names(one.otherNames(), other.last()));
    if (best < 0) {
      return;
    }
    double sum = best >= 0.995 ? 6 : best >= 0.92 ? 4 : best >= 0.85 ? 2.2 : best >= 0.7 ? 0 : -3;
    weight += sum;
    if (best >= 0.995) {
      found.put(NAME, sum);
    } else if (sum > 0) {
      found.put(SIMILAR_NAME, sum);
    }
  }

  /** How alike the names of organisations are: word by word, whatever their order. */
  private static double names(List<String> some, List<String> others) {
    if (some.isEmpty() || others.isEmpty()) {
      return -1;
    }
    String joined = String.join("", some);
    String otherJoined = String.join("", others);
    if (joined.equals(otherJoined)) {
      return 1;
    }
    if (!NameWords.numbers(some).equals(NameWords.numbers(others))) {
      return 0.5;
    }
    double matched = matched(some, others) + matched(others, some);
    double byWords = matched / (joined.length() + otherJoined.length());
    return Math.max(byWords, Similarity.of(joined, otherJoined) - 0.03);
  }

  private static double matched(List<String> some, List<String> others) {
    double sum = 0;
    for (String word : some) {
      double best = 0;
      for (String candidate : others) {
        best = Math.max(best, Similarity.of(word, candidate));
      }
      sum += best >= CLOSE ? best * word.length() : 0;
    }
    return sum;
  }

  private void birthday() {
    LocalDate mine = one.birthday();
    LocalDate theirs = other.birthday();
    if (mine == null || theirs == null) {
      return;
    }
    if (mine.equals(theirs)) {
      add(BIRTHDAY, 5);
    } else if (Similarity.oneSlip(mine.toString(), theirs.toString())
        || mine.getYear() == theirs.getYear()
            && mine.getMonthValue() == theirs.getDayOfMonth()
            && mine.getDayOfMonth() == theirs.getMonthValue()) {
      weight += 2;
    } else {
      weight -= 3;
    }
  }

  private void identifiers() {
    boolean same = false;
    boolean close = false;
    boolean unlike = false;
    for (Number mine : one.identifiers()) {
      for (Number theirs : other.identifiers()) {
        boolean comparable = mine.type().equals(theirs.type());
        boolean longEnough = mine.value().length() >= 8;
        same |= mine.value().equals(theirs.value()) && (comparable || longEnough);
        close |= comparable && Similarity.oneSlip(mine.value(), theirs.value());
        unlike |= comparable && !mine.value().equals(theirs.value());
      }
    }
    if (same) {
      add(IDENTIFIER, one.isNaturalPerson() ? 7 : 10);
    } else if (close) {
      weight += 2;
    } else if (unlike) {
      weight -= 4;
    }
  }

  private void places() {
    double best = 0;
    double worst = 0;
    Resemblance resemblance = null;
    for (Place mine : one.places()) {
      for (Place theirs : other.places()) {
        double sum = place(mine, theirs);
        worst = Math.min(worst, sum);
        if (sum > best) {
          best = sum;
          resemblance = mine.equals(theirs) && !mine.street().isEmpty() ? ADDRESS : SIMILAR_ADDRESS;
        }
      }
    }
    weight += best > 0 ? best : worst;
    if (best >= 2) {
      found.put(resemblance, best);
    }
  }

  private static double place(Place mine, Place theirs) {
    double sum = 0;
    if (!mine.postalCode().isEmpty() && !theirs.postalCode().isEmpty()) {
      boolean slip = Similarity.oneSlip(mine.postalCode(), theirs.postalCode());
      sum += mine.postalCode().equals(theirs.postalCode()) ? 1.3 : slip ? 0.4 : -0.6;
    }
    if (!mine.street().isEmpty() && !theirs.street().isEmpty()) {
      double streets = Similarity.of(mine.street(), theirs.street());
      sum += streets >= SAME ? 2.2 : streets >= CLOSE ? 1.6 : streets >= UNLIKE ? 0.2 : -0.7;
    }
    if (!mine.house().isEmpty() && !theirs.house().isEmpty()) {
      sum += mine.house().equals(theirs.house()) ? 1 : -0.6;
    }
    if (!mine.city().isEmpty() && !theirs.city().isEmpty()) {
      sum += Similarity.of(mine.city(), theirs.city()) >= CLOSE ? 0.8 : -0.5;
    }
    return sum;
  }

  private void shared(
      Set<String> mine, Set<String> theirs, Resemblance resemblance, double agreement) {
    if (!Collections.disjoint(mine, theirs)) {
      add(resemblance, agreement);
    }
  }

  private void identityOf(String mine, String theirs, Resemblance resemblance, double agreement) {
    if (mine != null && mine.equals(theirs)) {
      add(resemblance, agreement);
    }
  }

  private void add(Resemblance resemblance, double agreement) {
    weight += agreement;
    found.put(resemblance, agreement);
  }
}
