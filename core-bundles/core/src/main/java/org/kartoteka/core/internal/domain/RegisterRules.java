package org.kartoteka.core.internal.domain;

import org.kartoteka.core.api.register.RegisterData;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.InvalidInput;

/** What a register may be called. */
public final class RegisterRules {

  private RegisterRules() {}

  /**
   * The data in their normal form.
   *
   * @throws InvalidInput with all errors
   */
  public static RegisterData normal(RegisterData given) {
    Findings findings = new Findings();
    RegisterData normal =
        new RegisterData(
            findings.requiredLine("name", given.name(), 100),
            findings.text("description", given.description(), 2000),
            given.filter());
    findings.throwIfAny();
    return normal;
  }
}
