package org.kartoteka.platform.api.exchange;

import java.util.Map;

/**
 * What is to be imported, and how.
 *
 * @param type the type of records
 * @param fileName what the file is called
 * @param mapping heading to field name; null to take the guess
 * @param options null for the usual ones
 * @param dryRun whether to tell only what would come of each row
 */
public record ImportOrder(
    String type,
    String fileName,
    Map<String, String> mapping,
    ImportOptions options,
    boolean dryRun) {

  public ImportOrder {
    options = options == null ? ImportOptions.usual() : options;
  }
}
