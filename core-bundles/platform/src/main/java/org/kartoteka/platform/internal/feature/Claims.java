package org.kartoteka.platform.internal.feature;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.kartoteka.platform.api.problem.Refused;

/**
 * What a bundle has to itself, by its headers: a schema, and addresses of the HTTP API, which are
 * its feature's id when it names none.
 *
 * @param schema null when it has none
 */
record Claims(String schema, List<String> addresses) {

  private static final String SCHEMA = "Kartoteka-Schema";
  private static final String ADDRESSES = "Kartoteka-Http";

  static Claims of(UnaryOperator<String> headers) {
    String schema = headers.apply(SCHEMA);
    String addresses = headers.apply(ADDRESSES);
    if (addresses == null) {
      addresses = headers.apply(FeatureBundles.HEADER);
    }
    return new Claims(
        schema == null ? null : schema.replaceAll(";.*", "").strip(),
        addresses == null
            ? List.of()
            : Arrays.stream(addresses.split(","))
                .map(address -> address.replaceAll(";.*", "").strip())
                .filter(address -> !address.isEmpty())
                .toList());
  }

  /**
   * Lets nothing pass that another bundle has already.
   *
   * @throws Refused naming the other one
   */
  void requireFree(String feature, Claims taken, String owner) {
    if (schema != null && schema.equals(taken.schema)) {
      throw new Refused("platform.feature.schema-taken", feature, schema, owner);
    }
    for (String address : addresses) {
      if (taken.addresses.contains(address)) {
        throw new Refused("platform.feature.address-taken", feature, address, owner);
      }
    }
  }
}
