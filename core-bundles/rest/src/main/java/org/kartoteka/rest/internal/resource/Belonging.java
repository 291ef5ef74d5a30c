package org.kartoteka.rest.internal.resource;

import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.record.Id;

/** What a body says of the record it belongs to must agree with the address. */
final class Belonging {

  private Belonging() {}

  static void check(String member, Id ofBody, Id ofAddress) {
    if (ofBody != null && !ofBody.equals(ofAddress)) {
      throw new InvalidInput(FieldError.of(member, "contradicts"));
    }
  }
}
