package org.kartoteka.rest.internal.resource;

import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The criteria of custom fields among the parameters of an address. */
final class CustomParameters {

  private CustomParameters() {}

  static Map<String, List<String>> of(UriInfo address) {
    Map<String, List<String>> custom = new LinkedHashMap<>();
    address
        .getQueryParameters()
        .forEach(
            (name, values) -> {
              if (name.startsWith("custom.")) {
                custom.put(name, values);
              }
            });
    return custom;
  }
}
