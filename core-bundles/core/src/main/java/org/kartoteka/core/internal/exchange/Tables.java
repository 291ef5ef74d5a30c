package org.kartoteka.core.internal.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/** Finds out by its content what a file is. */
final class Tables {

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  private Tables() {}

  /**
   * Looks through the whole file once.
   *
   * @param sheet the sheet of a workbook; the first one when null
   * @param type the type of records that are wanted
   * @throws InvalidInput when it is no table that can be read to its end
   */
  static Table of(Path file, String sheet, String type) {
    try {
      byte[] head = head(file);
      if (Arrays.equals(head, ZIP)) {
        return SheetTable.of(file, sheet);
      }
      if (Arrays.equals(head, OLD_OFFICE)) {
        throw new InvalidInput(FieldError.of("file", "oldWorkbook"));
      }
      Charset encoding = TextEncoding.of(file);
      return CardTable.isOne(file, encoding)
          ? CardTable.of(file, encoding, type)
          : CsvTable.of(file, encoding);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(ZIP.length);
    }
  }
}
