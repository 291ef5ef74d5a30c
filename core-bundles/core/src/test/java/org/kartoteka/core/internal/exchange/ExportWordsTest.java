package org.kartoteka.core.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kartoteka.core.api.party.PartyKind;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.platform.api.exchange.ExportField;
import org.kartoteka.platform.api.exchange.FileFormat;

class ExportWordsTest {

  private static final List<ExportField> FIELDS =
      List.of(ExportField.of("name"), ExportField.coded("status", "party.status"));

  @ParameterizedTest
  @ValueSource(strings = {"", "_pl", "_bg", "_ru"})
  void an_import_understands_what_an_export_says(String language) throws IOException {
    Properties texts = texts(language);
    for (PartyStatus status : PartyStatus.values()) {
      String said = texts.getProperty("party.status." + status);
      assertEquals(
          status, RowStatus.of(Map.of("status", said, "statusReason", "why")).status(), said);
    }
    for (PartyKind kind : PartyKind.values()) {
      String said = texts.getProperty("party.kind." + kind);
      assertEquals(kind, PartyRow.kind(said), said);
    }
  }

  @Test
  void only_tables_say_codes_in_words() {
    List<String> cells = Arrays.asList("ACTIVE", "ACTIVE", null);
    List<String> columns = List.of("name", "status", "status");

    assertEquals(
        Arrays.asList("ACTIVE", "<party.status.ACTIVE>", null),
        ExportWords.of(FileFormat.XLSX, columns, FIELDS, key -> "<" + key + ">").of(cells));
    assertEquals(cells, ExportWords.of(FileFormat.VCARD, columns, FIELDS, key -> "?").of(cells));
  }

  private static Properties texts(String language) throws IOException {
    Properties texts = new Properties();
    try (Reader file =
        new InputStreamReader(
            RowStatus.class.getResourceAsStream("/i18n/core" + language + ".properties"),
            StandardCharsets.UTF_8)) {
      texts.load(file);
    }
    return texts;
  }
}
