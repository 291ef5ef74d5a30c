package org.kartoteka.core.internal.party;

import java.util.ArrayList;
import java.util.List;
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
      with next as materialized
             (select nextval('core.party_number_seq') as n from generate_series(1, ?)),
           made as (select 'P' || lpad(n::text, greatest(6, length(n::text)), '0') as number from next)
      select number from made
       where not exists (select 1 from core.party p where lower(p.number) = lower(made.number))
      """;

  private final UnitOfWork unitOfWork;

  @Activate
  public PartyNumbers(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /** So many numbers that nobody has. */
  public List<String> next(int count) {
    List<String> numbers = new ArrayList<>();
    while (numbers.size() < count) {
      numbers.addAll(
          Sql.of(unitOfWork, NEXT, count - numbers.size()).list(row -> row.getString(1)));
    }
    return numbers;
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
