package org.kartoteka.itests.architecture;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of the bundles in their four languages, and their use in the code. */
final class TextRules {

  private static final List<String> OTHERS = List.of("pl", "bg", "ru");
  private static final String KEY = "([a-z][a-z0-9-]*(?:\\.[a-zA-Z0-9_-]+)+)";
  private static final Pattern USE =
      Pattern.compile(
          "(?:\\b(?:text|t|find|plain|translate)\\(\\s*(?:[\\w.()]+\\s*,\\s*)?"
              + "|new (?:Refused|BadRequest|Failure)\\(\\s*)\""
              + KEY
              + "\"\\s*[,)]");
  private static final Pattern RECORD =
      Pattern.compile("(?:String TYPE = |new NotFound\\(\\s*)\"([a-z.-]+)\"\\s*[,;]");
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
  private static final Pattern LITERAL =
      Pattern.compile(
          "(?:\\.(?:setText|setLabel|setPlaceholder|setTitle|setPageTitle|setHeader|setHelperText"
              + "|setErrorMessage|setTooltipText|setAriaLabel|setHeaderTitle|setCaption|withText"
              + "|addItem)\\(\\s*"
              + "|Notification\\.show\\(\\s*"
              + "|new (?:Button|Span|Text|Paragraph|H[1-6]|TextField|TextArea|Checkbox"
              + "|ComboBox|Select|DatePicker|IntegerField|NumberField|EmailField|PasswordField"
              + "|Dialog|ConfirmDialog|Tab|Details|Div|Label|NativeLabel|RadioButtonGroup)\\(\\s*)"
              + "\"((?:[^\"\\\\\n]|\\\\.)*)\"");
  private static final Pattern KEY_LIKE = Pattern.compile("[a-z0-9]+(?:[.-][a-z0-9]+)+");

  /** The product's name, keys on the keyboard, headers of HTTP. */
  private static final Pattern SAME_EVERYWHERE =
      Pattern.compile("Kartoteka|(?:Ctrl|Alt|Shift)\\+.+|[A-Z][a-z]*(?:-[A-Z][a-zA-Z]*)+|Refresh");

  private TextRules() {}

  /** The texts of one file by key. */
  static Map<String, String> texts(Path file) {
    Properties read = new Properties();
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      read.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
    Map<String, String> texts = new TreeMap<>();
    read.forEach((key, value) -> texts.put(key.toString(), value.toString()));
    return texts;
  }

  /** The files with the English texts of a bundle. */
  static List<Path> englishFiles(HouseBundle bundle) {
    return bundle.files("src/main/resources/i18n", ".properties").stream()
        .filter(
            file ->
                OTHERS.stream().noneMatch(l -> file.toString().endsWith("_" + l + ".properties")))
        .toList();
  }

  /** All languages have the same keys and the same arguments, and every pattern can be read. */
  static List<String> languages(HouseBundle bundle) {
    List<String> found = new ArrayList<>();
    for (Path english : englishFiles(bundle)) {
      String name = english.getFileName().toString().replace(".properties", "");
      Map<String, String> texts = texts(english);
      patterns(name, Locale.ENGLISH, texts, found);
      twice(english, found);
      for (String language : OTHERS) {
        Path other = english.resolveSibling(name + "_" + language + ".properties");
        if (!Files.exists(other)) {
          found.add(other.getFileName() + " is missing");
          continue;
        }
        Map<String, String> translated = texts(other);
        patterns(other.getFileName().toString(), new Locale(language), translated, found);
        twice(other, found);
        compare(other.getFileName().toString(), texts, translated, found);
      }
    }
    return found;
  }

  private static void compare(
      String file, Map<String, String> english, Map<String, String> other, List<String> found) {
    for (String key : difference(english.keySet(), other.keySet())) {
      found.add(file + " lacks " + key);
    }
    for (String key : difference(other.keySet(), english.keySet())) {
      found.add(file + " has " + key + ", which English has not");
    }
    for (Map.Entry<String, String> text : english.entrySet()) {
      String translated = other.get(text.getKey());
      if (translated == null) {
        continue;
      }
      if (!arguments(text.getValue()).equals(arguments(translated))) {
        found.add(file + ": " + text.getKey() + " has other arguments than in English");
      }
      if (translated.equals(text.getValue()) && words(translated) >= 3) {
        found.add(file + ": " + text.getKey() + " is not translated");
      }
    }
  }

  private static void patterns(
      String file, Locale locale, Map<String, String> texts, List<String> found) {
    texts.forEach(
        (key, value) -> {
          if (value.isBlank()) {
            found.add(file + ": " + key + " is empty");
          }
          try {
            new MessageFormat(value, locale);
          } catch (IllegalArgumentException e) {
            found.add(file + ": " + key + " is no message format: " + e.getMessage());
          }
        });
  }

  private static void twice(Path file, List<String> found) {
    Set<String> seen = new HashSet<>();
    for (String line : HouseBundle.read(file).split("\n")) {
      int end = line.indexOf('=');
      if (end > 0 && !line.startsWith("#") && !line.startsWith(" ")) {
        String key = line.substring(0, end).strip();
        if (!seen.add(key)) {
          found.add(file.getFileName() + " has " + key + " twice");
        }
      }
    }
  }

  private static Set<String> arguments(String pattern) {
    try {
      return new TreeSet<>(new MessageFormat(pattern).getArgumentNames());
    } catch (IllegalArgumentException e) {
      return Set.of();
    }
  }

  /** The keys that the code asks for by name. */
  static Map<String, String> usedKeys(HouseBundle bundle) {
    Map<String, String> used = new TreeMap<>();
    for (Path file : bundle.sources()) {
      Matcher matcher = USE.matcher(HouseBundle.read(file));
      while (matcher.find()) {
        used.putIfAbsent(matcher.group(1), bundle.folder().relativize(file).toString());
      }
    }
    return used;
  }

  /** Keys that the code asks for and no bundle has. */
  static List<String> missingKeys(HouseBundle bundle, Set<String> known) {
    List<String> found = new ArrayList<>();
    usedKeys(bundle)
        .forEach(
            (key, file) -> {
              if (!known.contains(key)) {
                found.add(bundle.name() + "/" + file + " asks for the text " + key);
              }
            });
    return found;
  }

  /** Records that the code may not find, and that no bundle has a name for. */
  static List<String> nameless(HouseBundle bundle, Set<String> known) {
    return bundle.sources().stream()
        .flatMap(file -> RECORD.matcher(HouseBundle.read(file)).results())
        .map(found -> found.group(1))
        .distinct()
        .sorted()
        .filter(type -> !known.contains("record." + type))
        .map(type -> bundle.name() + " has no name for the record " + type)
        .toList();
  }

  /** Text for people that stands in the code of a view. */
  static List<String> literals(HouseBundle bundle) {
    List<String> found = new ArrayList<>();
    for (Path file : bundle.sources()) {
      String source = HouseBundle.read(file);
      if (!source.contains("com.vaadin")) {
        continue;
      }
      Matcher matcher = LITERAL.matcher(source);
      while (matcher.find()) {
        String text = matcher.group(1);
        if (WORD.matcher(text).find()
            && !KEY_LIKE.matcher(text).matches()
            && !SAME_EVERYWHERE.matcher(text).matches()) {
          found.add(bundle.name() + "/" + file.getFileName() + " says \"" + text + "\"");
        }
      }
    }
    return found;
  }

  private static long words(String text) {
    return WORD.matcher(text).results().count();
  }

  private static Set<String> difference(Set<String> all, Set<String> without) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(without);
    return rest;
  }
}
