package org.kartoteka.platform.api.exchange;

/** How records stand in a file. */
public enum FileFormat {
  CSV("csv", "text/csv;charset=UTF-8"),
  XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  VCARD("vcf", "text/vcard;charset=UTF-8"),
  /** For programs; written only. */
  JSON("json", "application/json");

  private final String extension;
  private final String mediaType;

  FileFormat(String extension, String mediaType) {
    this.extension = extension;
    this.mediaType = mediaType;
  }

  /** Whether people read it as a table, with titles and words of their language. */
  public boolean isTable() {
    return this == CSV || this == XLSX;
  }

  /** How names of such files end. */
  public String extension() {
    return extension;
  }

  /** The media type of such files. */
  public String mediaType() {
    return mediaType;
  }
}
