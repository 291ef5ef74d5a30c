package org.kartoteka.platform.api.exchange;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Reads records of one type. Called by the import on a thread of its own, as the user who started
 * it; rows come in batches, each batch in one transaction. A row that is refused must leave nothing
 * written. In a dry run the transaction is rolled back afterwards.
 */
@ConsumerType
public interface RecordImporter {

  /** The type of record, such as {@code party}; its title is the text {@code import.<type>}. */
  String type();

  /** The permission an import of this type needs. */
  String permission();

  /**
   * Whether it does something dangerous, such as making users: then nobody starts it, or takes it
   * back, without having proved lately who he is.
   */
  default boolean needsProof() {
    return false;
  }

  /** The fields it can fill, in the order in which they are offered. */
  List<ImportField> fields();

  /**
   * The fields that are still needed when these are mapped; without all of them no import starts.
   * By default those that are required.
   */
  default List<String> missing(Set<String> mapped) {
    return fields().stream()
        .filter(ImportField::required)
        .map(ImportField::name)
        .filter(field -> !mapped.contains(field))
        .toList();
  }

  /**
   * Has a last look at a mapping that was guessed by the headings alone.
   *
   * @param guess heading to field name
   * @return the same, or one that fits together better
   */
  default Map<String, String> guessed(Map<String, String> guess) {
    return guess;
  }

  /**
   * Takes rows: field name to text, without blank values.
   *
   * @return an outcome for each row, in the same order
   */
  List<RowOutcome> importRows(List<Map<String, String>> rows);

  /**
   * The names of the rules by which a row finds its record, in the order in which they are offered;
   * the title of one is the text {@code import.match.<type>.<rule>}.
   */
  default List<String> matchRules() {
    return List.of();
  }

  /** The match rules that are tried when nobody chose others. */
  default List<String> usualMatchRules(FileFormat format) {
    return matchRules();
  }

  /** Whether it knows other modes than creating. */
  default boolean updates() {
    return false;
  }

  /** Whether what it wrote can be taken back. */
  default boolean undoes() {
    return false;
  }

  /**
   * Takes rows: field name to text; a blank cell is left out, or is empty text when blank cells are
   * to clear fields.
   *
   * @return an outcome for each row, in the same order
   */
  default List<RowOutcome> importRows(List<Map<String, String>> rows, ImportOptions options) {
    return importRows(rows);
  }

  /**
   * What a row looks for and would have to itself, such as the number and the identifiers of a new
   * record. Batches of rows that claim different things are imported at the same time, on two
   * threads, each in its own transaction.
   *
   * @return null, the default, when rows are to be imported strictly one batch after another, for
   *     instance because they change records that are there
   */
  default Set<Object> claims(Map<String, String> row, ImportOptions options) {
    return null;
  }

  /**
   * Takes rows back, in one transaction, the last one first; no two of the same record.
   *
   * @return an outcome for each row, in the same order
   */
  default List<UndoOutcome> undo(List<ImportedRow> rows) {
    throw new UnsupportedOperationException(type());
  }
}
