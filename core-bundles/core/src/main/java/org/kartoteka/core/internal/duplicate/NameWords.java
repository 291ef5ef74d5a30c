package org.kartoteka.core.internal.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kartoteka.core.internal.domain.SearchKey;

/** The words of a name in which spellings meet, without legal forms and little words. */
final class NameWords {

  private static final int MOST = 8;
  private static final int LONGEST_FORM = 5;
  private static final Set<String> FORMS =
      folded(
          "sp z oo",
          "spółka z oo",
          "spółka z ograniczoną odpowiedzialnością",
          "spółka akcyjna",
          "spółka komandytowa",
          "spółka jawna",
          "spółka cywilna",
          "spółka partnerska",
          "prosta spółka akcyjna",
          "spółdzielnia",
          "sa",
          "psa",
          "ska",
          "sp k",
          "sp j",
          "sp p",
          "spk",
          "spj",
          "spp",
          "spzoo",
          "zoo",
          "sc",
          "phu",
          "fhu",
          "pphu",
          "ppuh",
          "zphu",
          "puh",
          "pph",
          "przedsiębiorstwo handlowo usługowe",
          "firma handlowo usługowa",
          "ооd",
          "ООД",
          "ЕООД",
          "АД",
          "ЕАД",
          "ЕТ",
          "СД",
          "КД",
          "КДА",
          "дружество с ограничена отговорност",
          "акционерно дружество",
          "ООО",
          "ОАО",
          "ЗАО",
          "ПАО",
          "АО",
          "НАО",
          "ИП",
          "общество с ограниченной ответственностью",
          "акционерное общество",
          "публичное акционерное общество",
          "закрытое акционерное общество",
          "индивидуальный предприниматель",
          "ltd",
          "limited",
          "llc",
          "llp",
          "inc",
          "incorporated",
          "corp",
          "corporation",
          "co",
          "company",
          "plc",
          "gmbh",
          "mbh",
          "ag",
          "kg",
          "ohg",
          "ug",
          "se",
          "bv",
          "nv",
          "oy",
          "ab",
          "as",
          "aps",
          "sarl",
          "sas",
          "srl",
          "spa",
          "kft",
          "zrt",
          "sro",
          "doo");
  private static final Set<String> BEGIN_FORMS =
      FORMS.stream()
          .map(form -> form.substring(0, (form + " ").indexOf(' ')))
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> LITTLE = folded("and", "i", "und", "et", "the", "of", "и");

  private NameWords() {}

  private static Set<String> folded(String... words) {
    return Stream.of(words).map(SearchKey::fold).collect(Collectors.toUnmodifiableSet());
  }

  /** The words of the name of a person. */
  static List<String> ofPerson(String name) {
    return words(name);
  }

  /** The words of the name of an organisation. */
  static List<String> ofOrganisation(String name) {
    List<String> words = words(name);
    List<String> telling = new ArrayList<>();
    for (int i = 0; i < words.size(); ) {
      int form = form(words, i);
      if (form > 0) {
        i += form;
      } else {
        if (!LITTLE.contains(words.get(i))) {
          telling.add(words.get(i));
        }
        i++;
      }
    }
    List<String> all = telling.isEmpty() ? words : telling;
    return all.size() > MOST ? List.copyOf(all.subList(0, MOST)) : all;
  }

  /** How many words from here on are a legal form. */
  private static int form(List<String> words, int from) {
    if (!BEGIN_FORMS.contains(words.get(from))) {
      return 0;
    }
    for (int count = Math.min(LONGEST_FORM, words.size() - from); count > 0; count--) {
      if (FORMS.contains(String.join(" ", words.subList(from, from + count)))) {
        return count;
      }
    }
    return 0;
  }

  /** The words; single letters in a row are one: S. A. is SA. */
  private static List<String> words(String name) {
    String folded = SearchKey.fold(name);
    if (folded.isEmpty()) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    StringBuilder letters = new StringBuilder();
    for (String word : folded.split(" ")) {
      if (word.length() == 1 && Character.isLetter(word.charAt(0)) && !isZ(word, letters)) {
        letters.append(word);
      } else {
        end(letters, words);
        words.add(word);
      }
    }
    end(letters, words);
    return words;
  }

  /** The z of z o.o. begins nothing. */
  private static boolean isZ(String word, StringBuilder letters) {
    return word.equals("z") && letters.isEmpty();
  }

  private static void end(StringBuilder letters, List<String> words) {
    if (!letters.isEmpty()) {
      words.add(letters.toString());
      letters.setLength(0);
    }
  }

  /** The consonants of a word: what stays of it in most slips of the pen and of the ear. */
  static String skeleton(String word) {
    StringBuilder bones = new StringBuilder();
    char last = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean vowel = "aeiouh".indexOf(c) >= 0;
      if ((i == 0 || !vowel) && c != last) {
        bones.append(c);
      }
      last = c;
    }
    return bones.toString();
  }

  /** The numbers among the words. */
  static Set<String> numbers(List<String> words) {
    Set<String> numbers = new HashSet<>();
    for (String word : words) {
      if (word.chars().anyMatch(Character::isDigit)) {
        numbers.add(word);
      }
    }
    return numbers;
  }

  /** All words in one order, whatever order they were in. */
  static String sorted(List<String> words) {
    String[] all = words.toArray(String[]::new);
    Arrays.sort(all);
    return String.join(" ", all);
  }
}
