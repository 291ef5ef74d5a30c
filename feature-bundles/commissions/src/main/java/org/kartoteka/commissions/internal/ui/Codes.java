package org.kartoteka.commissions.internal.ui;

import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.stream.Stream;

/** Codes that are typed into one field, with commas between them. */
final class Codes {

  private Codes() {}

  static List<String> read(TextField field) {
    return Stream.of(field.getValue().split(","))
        .map(String::strip)
        .filter(code -> !code.isEmpty())
        .distinct()
        .toList();
  }

  static String written(List<String> codes) {
    return String.join(", ", codes);
  }
}
