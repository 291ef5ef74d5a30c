package org.kartoteka.core.internal.party;

import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The company's own numbers of its parties: each is given once. */
@Component(service = PartyNumbers.class)
public class PartyNumbers {

  private static final String NEXT =
      """
      with next as materialized (select nextval('core.party_number_seq') as n),
           made as (select 'P' || lpad(n::text, greatest(6, length(n::text)), '0') as number from next)
      select number from made
       where not exists (select 1 from core.party p where lower(p.number) = lower(made.number))
      """;

  private final UnitOfWork unitOfWork;

  @Activate
  public PartyNumbers(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /** A number that nobody has. */
  public String next() {
    String number = null;
    while (number == null) {
      number = Sql.of(unitOfWork, NEXT).first(row -> row.getString(1)).orElse(null);
    }
    return number;
  }

  /** Who has the number; null when nobody has. */
  public PartyId holder(String number) {
    return Sql.of(unitOfWork, "select id from core.party where lower(number) = lower(?)", number)
        .first(row -> new PartyId(row.getLong(1)))
        .orElse(null);
  }

  /**
   * Checks that nobody but the given party has the number.
   *
   * @param owner may be null
   * @throws InvalidInput when another has
   */
  public void requireFree(String number, PartyId owner) {
    PartyId holder = holder(number);
    if (holder != null && !holder.equals(owner)) {
      throw taken(number);
    }
  }

  /** The refusal of a number that is taken. */
  public static InvalidInput taken(String number) {
    return new InvalidInput(FieldError.of("number", "notUnique", number));
  }
}
