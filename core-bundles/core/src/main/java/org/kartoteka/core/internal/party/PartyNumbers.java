package org.kartoteka.core.internal.party;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

  private static final int DIGITS = 6;

  private final UnitOfWork unitOfWork;

  @Activate
  public PartyNumbers(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  /** So many numbers that nobody has. */
  public List<String> next(int count) {
    List<String> numbers = new ArrayList<>();
    while (numbers.size() < count) {
      List<String> drawn = draw(count - numbers.size());
      Set<String> taken = taken(drawn);
      drawn.stream().filter(number -> !taken.contains(number)).forEach(numbers::add);
    }
    return numbers;
  }

  private List<String> draw(int count) {
    return Sql.of(
            unitOfWork, "select nextval('core.party_number_seq') from generate_series(1, ?)", count)
        .list(row -> number(row.getString(1)));
  }

  private static String number(String drawn) {
    return "P" + "0".repeat(Math.max(0, DIGITS - drawn.length())) + drawn;
  }

  private Set<String> taken(List<String> numbers) {
    return Set.copyOf(
        Sql.of(
                unitOfWork,
                "select upper(number) from core.party where lower(number) = any(?)",
                numbers.stream().map(number -> number.toLowerCase(Locale.ROOT)).toList())
            .list(row -> row.getString(1)));
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
