package org.kartoteka.core.internal.register;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.party.RegisterId;
import org.kartoteka.core.internal.criteria.PartyConditions;
import org.kartoteka.core.internal.data.CoreRecords;
import org.kartoteka.core.internal.data.SqlText;
import org.kartoteka.core.internal.domain.Register;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Checks rules of registers: they must mean something and never lead back to themselves. */
@Component(service = RegisterRings.class)
public class RegisterRings {

  private final CoreRecords entities;
  private final PartyConditions conditions;

  @Activate
  public RegisterRings(@Reference CoreRecords entities, @Reference PartyConditions conditions) {
    this.entities = entities;
    this.conditions = conditions;
  }

  /**
   * Checks a rule.
   *
   * @param id the register; null when it is new
   * @param rule may be null
   * @throws InvalidInput when it cannot be the register's rule
   */
  void check(RegisterId id, PartyQuery rule) {
    if (rule == null) {
      return;
    }
    if (rule.isAll()) {
      throw new InvalidInput(FieldError.of("filter", "required"));
    }
    for (RegisterId other : used(rule)) {
      if (entities.find(Register.class, other) == null) {
        throw new InvalidInput(FieldError.of("filter", "unknownRegister"));
      }
    }
    if (id != null && leadsTo(id, rule, new HashSet<>())) {
      throw new InvalidInput(FieldError.of("filter", "registerRing"));
    }
    try {
      conditions.addAll(new SqlText(), rule);
    } catch (InvalidInput invalid) {
      throw new InvalidInput(
          invalid.errors().stream().map(error -> error.within("filter")).toList());
    }
  }

  private boolean leadsTo(RegisterId id, PartyQuery rule, Set<RegisterId> seen) {
    for (RegisterId other : used(rule)) {
      if (other.equals(id)) {
        return true;
      }
      Register register = seen.add(other) ? entities.find(Register.class, other) : null;
      if (register != null && register.rule() != null && leadsTo(id, register.rule(), seen)) {
        return true;
      }
    }
    return false;
  }

  private static List<RegisterId> used(PartyQuery rule) {
    return Stream.of(rule.register(), rule.withoutRegister()).filter(Objects::nonNull).toList();
  }
}
