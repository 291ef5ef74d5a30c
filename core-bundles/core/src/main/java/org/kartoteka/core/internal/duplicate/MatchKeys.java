package org.kartoteka.core.internal.duplicate;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.kartoteka.core.internal.duplicate.Profile.Place;

/**
 * The keys of a card: only cards that share one are compared. Each key is made of what survives the
 * usual slips in one part of the card, so that two cards of one party share at least one.
 */
final class MatchKeys {

  /** The bit that tells a key which many parties may share by chance. */
  static final long COMMON = 1;

  private static final int TELLING_WORDS = 3;
  private static final int BEGINNING = 4;
  private static final long FNV_START = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final Set<Long> keys = new LinkedHashSet<>();

  private MatchKeys() {}

  /** The keys of a party. */
  static Set<Long> of(Profile profile) {
    MatchKeys made = new MatchKeys();
    profile.identifiers().forEach(number -> made.add("id", number.value()));
    made.contacts(profile);
    profile.accounts().forEach(account -> made.add("account", account));
    made.add("web", profile.web());
    if (profile.isNaturalPerson()) {
      List<String> bones = bones(profile);
      made.addCommon("names", NameWords.sorted(bones));
      made.person(bones, profile);
    } else {
      made.organisation(profile);
    }
    return made.keys;
  }

  /**
   * The keys of a contact person. A name alone is one within the party only: beyond it, it tells
   * too little.
   */
  static Set<Long> ofPerson(Profile profile) {
    MatchKeys made = new MatchKeys();
    made.contacts(profile);
    List<String> bones = bones(profile);
    made.person(bones, profile);
    if (profile.party() != null) {
      String party = Long.toString(profile.party().value());
      made.add("colleague", party, NameWords.sorted(bones));
      bones.forEach(bone -> made.addCommon("colleague", party, bone));
    }
    return made.keys;
  }

  private static List<String> bones(Profile profile) {
    return profile.words().stream().map(NameWords::skeleton).distinct().toList();
  }

  private void contacts(Profile profile) {
    profile.phones().forEach(phone -> add("phone", phone));
    profile.emails().forEach(email -> add("email", email));
  }

  private void person(List<String> bones, Profile profile) {
    for (String bone : bones) {
      if (profile.birthday() != null) {
        add("born", bone, profile.birthday().toString());
      }
      for (Place place : profile.places()) {
        addCommon("code", bone, place.postalCode());
        addCommon("city", bone, NameWords.skeleton(place.city()), place.house());
      }
    }
    for (Place place : profile.places()) {
      add("at", NameWords.skeleton(place.street()), place.house(), place.postalCode());
      if (profile.birthday() != null) {
        add("bornIn", profile.birthday().toString(), place.postalCode());
      }
    }
  }

  private void organisation(Profile profile) {
    name(profile.last(), profile.places());
    if (!profile.otherNames().isEmpty()) {
      name(profile.otherNames(), profile.places());
    }
    for (Place place : profile.places()) {
      addCommon("at", NameWords.skeleton(place.street()), place.house(), place.city());
    }
  }

  private void name(List<String> words, List<Place> places) {
    List<String> bones = words.stream().map(NameWords::skeleton).toList();
    add("name", String.join("", bones));
    List<String> telling =
        bones.stream()
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(b -> b))
            .limit(TELLING_WORDS)
            .sorted()
            .toList();
    for (int i = 0; i < telling.size(); i++) {
      for (int j = i + 1; j < telling.size(); j++) {
        addCommon("words", telling.get(i), telling.get(j));
      }
    }
    String joined = String.join("", words);
    String beginning = joined.substring(0, Math.min(BEGINNING, joined.length()));
    for (Place place : places) {
      addCommon("begins", beginning, place.city());
      telling.forEach(bone -> addCommon("word", bone, place.postalCode()));
    }
  }

  /** Adds a key that hardly anybody else has, unless a part of it is missing. */
  private void add(String sort, String... parts) {
    hash(sort, parts).ifPresent(hash -> keys.add(hash & ~COMMON));
  }

  /** Adds a key that others may share by chance, unless a part of it is missing. */
  private void addCommon(String sort, String... parts) {
    hash(sort, parts).ifPresent(hash -> keys.add(hash | COMMON));
  }

  private static OptionalLong hash(String sort, String... parts) {
    StringBuilder text = new StringBuilder(sort);
    for (String part : parts) {
      if (part == null || part.isEmpty()) {
        return OptionalLong.empty();
      }
      text.append('\u001f').append(part);
    }
    return OptionalLong.of(hash(text));
  }

  private static long hash(CharSequence text) {
    long hash = FNV_START;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }
}
