package org.kartoteka.platform.api.privacy;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kartoteka.platform.api.record.RecordRef;

/**
 * A natural person whose data bundles hold.
 *
 * @param records the records that are about nobody else: the person's card, of a private person the
 *     party's too, the notes on them; cards that became part of them included
 * @param around records beside them that may name the person, such as those of its firm
 * @param names how the person is called, in the spellings that are kept
 * @param marks what tells the person from others of the same name: e-mails, phones, identifiers
 * @param substitute what stands in the place of the name after an erasure
 */
public record DataSubject(
    List<RecordRef> records,
    List<RecordRef> around,
    List<String> names,
    List<String> marks,
    String substitute) {

  public DataSubject {
    records = List.copyOf(records);
    around = List.copyOf(around);
    names = List.copyOf(names);
    marks = List.copyOf(marks);
  }

  /** The same person with further records that are about nobody else. */
  public DataSubject with(List<RecordRef> further) {
    return new DataSubject(
        Stream.concat(records.stream(), further.stream()).distinct().toList(),
        around,
        names,
        marks,
        substitute);
  }

  /** Every text by which the person can be recognised. */
  public List<String> traces() {
    return Stream.concat(names.stream(), marks.stream()).distinct().toList();
  }

  /** First and last name together, e-mails, phones, identifiers: what hardly anybody shares. */
  public List<String> certainTraces() {
    return Stream.concat(
            names.stream().filter(name -> name.strip().indexOf(' ') > 0), marks.stream())
        .distinct()
        .toList();
  }

  /** A text in which the substitute stands wherever it named the person. */
  public String unnamed(String text) {
    return traces().isEmpty()
        ? text
        : Pattern.compile(
                TracePattern.of(traces()), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
            .matcher(text)
            .replaceAll(Matcher.quoteReplacement(substitute));
  }

  /** The ids of those of its records that have the type. */
  public List<Long> ids(String type) {
    return records.stream()
        .filter(record -> record.type().equals(type))
        .map(record -> Long.valueOf(record.id()))
        .toList();
  }
}
