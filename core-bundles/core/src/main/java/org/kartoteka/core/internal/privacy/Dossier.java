package org.kartoteka.core.internal.privacy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.privacy.PersonalDatum;

/** Everything that is held of a person, as a file for machines or for people. */
final class Dossier {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
          .build();

  private final String person;
  private final Instant at;
  private final List<PersonalDatum> data;
  private final Messages messages;
  private final Locale locale;

  Dossier(String person, Instant at, List<PersonalDatum> data, Messages messages, Locale locale) {
    this.person = person;
    this.at = at;
    this.data = data;
    this.messages = messages;
    this.locale = locale;
  }

  void json(OutputStream out) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("person", person);
    file.put("writtenAt", at.toString());
    file.put("data", data);
    try {
      MAPPER.writeValue(out, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void html(OutputStream out) {
    try {
      Writer page = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      String title = messages.text(locale, "core.privacy.dossier.title", person);
      page.write(
          "<!DOCTYPE html>\n<html lang=\""
              + locale.toLanguageTag()
              + "\"><head><meta charset=\"utf-8\"><title>"
              + escaped(title)
              + "</title><style>body{font-family:sans-serif;max-width:50em;margin:2em auto}"
              + "th{text-align:left;vertical-align:top;padding-right:1em;font-weight:normal;"
              + "color:#555}td,th{border-top:1px solid #ddd;padding:.3em}</style></head><body><h1>"
              + escaped(title)
              + "</h1><p>"
              + escaped(messages.text(locale, "core.privacy.dossier.at", at.toString()))
              + "</p>\n");
      for (PersonalDatum datum : data) {
        write(page, datum);
      }
      page.write("</body></html>\n");
      page.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Writer page, PersonalDatum datum) throws IOException {
    page.write(
        "<h2>"
            + escaped(messages.text(locale, "privacy.kind." + datum.kind()))
            + " "
            + escaped(datum.record())
            + "</h2><table>\n");
    for (Map.Entry<String, Object> value : datum.values().entrySet()) {
      page.write(
          "<tr><th>"
              + escaped(title(datum.kind(), value.getKey()))
              + "</th><td>"
              + escaped(text(value.getValue()))
              + "</td></tr>\n");
    }
    page.write("</table>\n");
  }

  /** The word of the field, if there is one: {@code first_name} of a person is its firstName. */
  private String title(String kind, String column) {
    StringBuilder name = new StringBuilder();
    for (String part : column.split("_")) {
      name.append(
          name.isEmpty() || part.isEmpty()
              ? part
              : Character.toUpperCase(part.charAt(0)) + part.substring(1));
    }
    String text = messages.text(locale, kind + "." + name);
    return text.startsWith("!") ? column.replace('_', ' ') : text;
  }

  private static String text(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(Dossier::text).collect(Collectors.joining("; "));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .filter(entry -> entry.getValue() != null)
          .map(entry -> entry.getKey() + ": " + text(entry.getValue()))
          .collect(Collectors.joining(", "));
    }
    return String.valueOf(value);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
