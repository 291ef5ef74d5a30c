package org.kartoteka.core.internal.exchange;

import ezvcard.VCard;
import ezvcard.io.text.VCardReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kartoteka.platform.api.exchange.FileFormat;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;

/** A file of vCards, one row each, with the names of fields as headings. */
final class CardTable extends Table {

  private static final String BEGINNING = "BEGIN:VCARD";
  private static final int BLANKS = 200;

  private final Path file;
  private final Charset encoding;
  private final String type;

  private CardTable(Path file, Charset encoding, String type, List<String> columns, long rows) {
    super(columns, rows);
    this.file = file;
    this.encoding = encoding;
    this.type = type;
  }

  /** Whether the file begins as vCards do. */
  static boolean isOne(Path file, Charset encoding) throws IOException {
    char[] head = new char[BLANKS + BEGINNING.length()];
    try (Reader text = open(file, encoding)) {
      int length = Math.max(text.read(head), 0);
      return new String(head, 0, length).replace("\uFEFF", "").strip().length()
              >= BEGINNING.length()
          && new String(head, 0, length)
              .replace("\uFEFF", "")
              .strip()
              .regionMatches(true, 0, BEGINNING, 0, BEGINNING.length());
    }
  }

  /**
   * Looks through all cards once.
   *
   * @throws InvalidInput when there is none
   */
  static CardTable of(Path file, Charset encoding, String type) {
    Set<String> columns = new LinkedHashSet<>();
    long[] rows = {0};
    read(
        file,
        encoding,
        card -> {
          rows[0]++;
          columns.addAll(CardFields.of(card, type).keySet());
          return true;
        });
    if (rows[0] == 0 || columns.isEmpty()) {
      throw new InvalidInput(FieldError.of("file", "noRows"));
    }
    return new CardTable(file, encoding, type, List.copyOf(columns), rows[0]);
  }

  @Override
  FileFormat format() {
    return FileFormat.VCARD;
  }

  @Override
  String encoding() {
    return encoding.name();
  }

  @Override
  void forEach(RowReader reader) {
    long[] number = {0};
    read(
        file,
        encoding,
        card -> {
          Map<String, String> fields = CardFields.of(card, type);
          number[0]++;
          return reader.row(
              number[0],
              columns().stream().map(column -> fields.getOrDefault(column, "")).toList());
        });
  }

  /** Takes a card; false when it wants no more. */
  private interface CardSink {
    boolean card(VCard card);
  }

  private static void read(Path file, Charset encoding, CardSink sink) {
    try (Reader text = open(file, encoding);
        VCardReader cards = new VCardReader(text)) {
      cards.setDefaultQuotedPrintableCharset(encoding);
      VCard card = cards.readNext();
      while (card != null && sink.card(card)) {
        card = cards.readNext();
      }
    } catch (IOException broken) {
      throw new InvalidInput(FieldError.of("file", "brokenCards"));
    }
  }

  private static Reader open(Path file, Charset encoding) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            Files.newInputStream(file),
            encoding
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)));
  }
}
