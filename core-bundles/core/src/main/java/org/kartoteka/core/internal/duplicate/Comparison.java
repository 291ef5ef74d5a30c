package org.kartoteka.core.internal.duplicate;

import static org.kartoteka.core.api.duplicate.Resemblance.ADDRESS;
import static org.kartoteka.core.api.duplicate.Resemblance.BANK_ACCOUNT;
import static org.kartoteka.core.api.duplicate.Resemblance.BIRTHDAY;
import static org.kartoteka.core.api.duplicate.Resemblance.EMAIL;
import static org.kartoteka.core.api.duplicate.Resemblance.IDENTIFIER;
import static org.kartoteka.core.api.duplicate.Resemblance.NAME;
import static org.kartoteka.core.api.duplicate.Resemblance.PHONE;
import static org.kartoteka.core.api.duplicate.Resemblance.PRIVATE_CONTACT;
import static org.kartoteka.core.api.duplicate.Resemblance.SIMILAR_ADDRESS;
import static org.kartoteka.core.api.duplicate.Resemblance.SIMILAR_NAME;
import static org.kartoteka.core.api.duplicate.Resemblance.WEB;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kartoteka.core.api.duplicate.Resemblance;
import org.kartoteka.core.internal.duplicate.Profile.Number;
import org.kartoteka.core.internal.duplicate.Profile.Place;

/**
 * Weighs what speaks for and against two cards being the same party or person, after Fellegi and
 * Sunter: each field adds the logarithm of how much likelier its agreement, or its difference, is
 * between two cards of one party than between two parties that happen to share a key.
 */
final class Comparison {

  private static final double SAME = 0.97;
  private static final double CLOSE = 0.88;
  private static final double UNLIKE = 0.75;

  /**
   * What depends on which cards are compared.
   *
   * @param doubt how unlikely it is beforehand that two cards which share a key are the same
   * @param phone how much a phone that both have says
   * @param email how much an e-mail that both have says
   */
  private record Weights(double doubt, double phone, double email) {

    static final Weights ORGANISATIONS = new Weights(-5.2, 3.5, 3);
    static final Weights NATURAL_PERSONS = new Weights(-6, 3.5, 4);

    /** Two of one name are rare at one party, but all may have its phone and e-mail. */
    static final Weights COLLEAGUES = new Weights(-3.5, 1, 2);

    /** Of one name there are many, and one person may rightly be at two parties. */
    static final Weights STRANGERS = new Weights(-7, 3.5, 4);
  }

  private final Profile one;
  private final Profile other;
  private final Weights weights;
  private final Map<Resemblance, Double> found = new EnumMap<>(Resemblance.class);
  private double weight;

  private Comparison(Profile one, Profile other, Weights weights) {
    this.one = one;
    this.other = other;
    this.weights = weights;
    weight = weights.doubt();
  }

  /** Compares two parties. */
  static Likeness of(Profile one, Profile other) {
    boolean persons = one.isNaturalPerson() && other.isNaturalPerson();
    return new Comparison(one, other, persons ? Weights.NATURAL_PERSONS : Weights.ORGANISATIONS)
        .parties();
  }

  /** Compares two contact persons, or one with the person of a natural person. */
  static Likeness ofPersons(Profile one, Profile other) {
    return new Comparison(
            one, other, one.isColleagueOf(other) ? Weights.COLLEAGUES : Weights.STRANGERS)
        .persons();
  }

  private Likeness parties() {
    if (one.isNaturalPerson() && other.isNaturalPerson()) {
      personName();
      birthday();
    } else if (!one.isNaturalPerson() && !other.isNaturalPerson()) {
      organisationName();
      identityOf(one.web(), other.web(), WEB, 2.5);
    }
    identifiers();
    contacts();
    shared(one.accounts(), other.accounts(), BANK_ACCOUNT, 4);
    places(ADDRESS, SIMILAR_ADDRESS);
    return new Likeness(score(), resemblances());
  }

  /** What people share, a phone or a home, is enough only beside what is their own. */
  private Likeness persons() {
    personName();
    birthday();
    boolean itself = !found.isEmpty();
    contacts();
    places(PRIVATE_CONTACT, PRIVATE_CONTACT);
    int most = itself ? 100 : Likeness.PROBABLE - 1;
    return new Likeness(Math.min(score(), most), resemblances());
  }

  private int score() {
    return (int) Math.round(100 / (1 + Math.exp(-weight)));
  }

  private void contacts() {
    shared(one.phones(), other.phones(), PHONE, weights.phone());
    shared(one.emails(), other.emails(), EMAIL, weights.email());
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
    if (!NameWords.numbers(some).equals(NameWords.numbers(others))) {
      return 0;
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

  private void places(Resemblance same, Resemblance similar) {
    double best = 0;
    double worst = 0;
    Resemblance resemblance = null;
    for (Place mine : one.places()) {
      for (Place theirs : other.places()) {
        double sum = place(mine, theirs);
        worst = Math.min(worst, sum);
        if (sum > best) {
          best = sum;
          resemblance = mine.equals(theirs) && !mine.street().isEmpty() ? same : similar;
        }
      }
    }
    weight += best > 0 ? best : worst;
    if (best >= 2) {
      found.merge(resemblance, best, Double::sum);
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
    Set<String> common = new HashSet<>(mine);
    common.retainAll(theirs);
    if (!common.isEmpty()) {
      common.removeAll(one.secrets());
      common.removeAll(other.secrets());
      add(common.isEmpty() ? PRIVATE_CONTACT : resemblance, agreement);
    }
  }

  private void identityOf(String mine, String theirs, Resemblance resemblance, double agreement) {
    if (mine != null && mine.equals(theirs)) {
      add(resemblance, agreement);
    }
  }

  private void add(Resemblance resemblance, double agreement) {
    weight += agreement;
    found.merge(resemblance, agreement, Double::sum);
  }
}
