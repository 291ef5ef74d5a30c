package org.kartoteka.platform.api.exchange;

import java.util.Map;

/**
 * How files of a kind are imported, kept under a name for everybody who imports; chosen by itself
 * when a file has all its headings.
 *
 * @param name unique among those of the type, without regard to case
 * @param type the type of records
 * @param mapping heading to field name
 * @param options null for the usual ones
 */
public record ImportTemplate(
    String name, String type, Map<String, String> mapping, ImportOptions options) {

  public ImportTemplate {
    mapping = mapping == null ? Map.of() : mapping;
    options = options == null ? ImportOptions.usual() : options;
  }
}
