package org.kartoteka.platform.internal.schema;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;

/** The manifest header {@code Kartoteka-Schema: core;requires="platform,security"}. */
record SchemaHeader(String schema, List<String> requires) {

  static final String NAME = "Kartoteka-Schema";

  /** Stands for one that says nothing, as long as its bundle is there. */
  static final SchemaHeader UNREADABLE = new SchemaHeader("", List.of());

  private static final Pattern FORM =
      Pattern.compile("\\s*([a-z][a-z0-9_]*)\\s*(?:;\\s*requires=\"?([a-z0-9_,\\s]*)\"?)?\\s*");

  static SchemaHeader of(Bundle bundle) {
    String header = bundle.getHeaders("").get(NAME);
    return header == null ? null : parse(header);
  }

  static SchemaHeader parse(String header) {
    Matcher form = FORM.matcher(header);
    if (!form.matches()) {
      throw new SchemaRefused("the header " + NAME + " cannot be read: " + header);
    }
    List<String> requires =
        form.group(2) == null
            ? List.of()
            : Arrays.stream(form.group(2).split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    return new SchemaHeader(form.group(1), requires);
  }
}
