package org.kartoteka.platform.api.exchange;

import java.util.List;

/**
 * What an import does with its rows.
 *
 * @param mode whether it makes new records, changes those that are there, or both
 * @param refuseMatching when only creating: whether a row whose record is there already is refused;
 *     skipped otherwise
 * @param matchBy the names of the importer's match rules, tried in this order; the importer's usual
 *     ones when empty
 * @param clearBlank when updating: whether a blank cell of a mapped column clears the field; it
 *     stays as it is otherwise
 * @param sheet the sheet of a workbook; the first one when null
 */
public record ImportOptions(
    Mode mode, boolean refuseMatching, List<String> matchBy, boolean clearBlank, String sheet) {

  /** Which records an import writes. */
  public enum Mode {
    CREATE,
    UPDATE,
    CREATE_AND_UPDATE;

    /** Whether records that are there already are changed. */
    public boolean updates() {
      return this != CREATE;
    }

    /** Whether new records are made. */
    public boolean creates() {
      return this != UPDATE;
    }
  }

  public ImportOptions {
    mode = mode == null ? Mode.CREATE : mode;
    matchBy = matchBy == null ? List.of() : List.copyOf(matchBy);
    sheet = sheet == null || sheet.isBlank() ? null : sheet;
  }

  /** New records only; a row whose record is there already is skipped. */
  public static ImportOptions usual() {
    return new ImportOptions(Mode.CREATE, false, List.of(), false, null);
  }

  /** The same with these match rules. */
  public ImportOptions matchedBy(List<String> rules) {
    return new ImportOptions(mode, refuseMatching, rules, clearBlank, sheet);
  }
}
