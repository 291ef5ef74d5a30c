package org.kartoteka.commissions.internal.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kartoteka.commissions.AssignPlan;
import org.kartoteka.commissions.Assignee;
import org.kartoteka.commissions.AssignmentView;
import org.kartoteka.commissions.DefineVersion;
import org.kartoteka.commissions.PlanData;
import org.kartoteka.commissions.PlanId;
import org.kartoteka.commissions.PlanTerms;
import org.kartoteka.commissions.PlanVersionView;
import org.kartoteka.commissions.PlanView;
import org.kartoteka.commissions.Plans;
import org.kartoteka.commissions.internal.data.CommissionPermissions;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.exchange.ImportField;
import org.kartoteka.platform.api.exchange.RecordImporter;
import org.kartoteka.platform.api.exchange.RowCells;
import org.kartoteka.platform.api.exchange.RowOutcome;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.UserDirectory;
import org.kartoteka.platform.api.security.UserView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Imports what people earn: a row is a per cent of a person from a day on, and maybe a quota with
 * the per cent above it and the bonus for meeting it. Each row becomes a version of the plan of the
 * person, which is made when it is not there. Versions stay for good, so that nothing is taken
 * back; a row whose version is there already is skipped.
 */
@Component(service = RecordImporter.class)
public final class RateImporter implements RecordImporter {

  private final RecordKeeping keeping;
  private final Plans plans;
  private final UserDirectory users;

  @Activate
  public RateImporter(
      @Reference RecordKeeping keeping, @Reference Plans plans, @Reference UserDirectory users) {
    this.keeping = keeping;
    this.plans = plans;
    this.users = users;
  }

  @Override
  public String type() {
    return "commissions.rate";
  }

  @Override
  public String permission() {
    return CommissionPermissions.DEFINE;
  }

  @Override
  public List<ImportField> fields() {
    return List.of(
        field(
            RateRow.PERSON,
            true,
            "osoba",
            "handlowiec",
            "търговец",
            "продавец",
            "salesperson",
            "sales_agent",
            "login"),
        field(RateRow.FROM, true, "od", "от", "с", "from", "valid from", "quotadate"),
        field(
            RateRow.PERCENT, true, "prowizja", "procent", "процент", "commission", "commissionpct"),
        field(RateRow.QUOTA, false, "plan sprzedaży", "квота", "норма", "salesquota"),
        field(RateRow.ABOVE, false, "procent powyżej", "процент над", "процент свыше", "above"),
        field(RateRow.BONUS, false, "premia", "бонус", "премия"),
        field(RateRow.PERIOD, false, "okres", "период"),
        field(RateRow.CURRENCY, false, "waluta", "валута", "валюта"),
        field(RateRow.TRIGGER, false, "kiedy", "кога", "когда", "when"),
        field("plan", false, "план"));
  }

  /** What rows are read with, and what the rows before have changed of it. */
  private record Known(
      Map<String, UserView> users,
      Map<String, PlanId> plans,
      Map<PlanId, List<PlanVersionView>> versions,
      Map<PlanId, List<AssignmentView>> assignments) {}

  @Override
  public List<RowOutcome> importRows(List<Map<String, String>> rows) {
    return keeping.with(
        CommissionPermissions.DEFINE,
        () -> {
          Known known = new Known(named(), new HashMap<>(), new HashMap<>(), new HashMap<>());
          plans.all().forEach(plan -> known.plans().put(key(plan.name()), plan.id()));
          return rows.stream().map(row -> outcome(row, known)).toList();
        });
  }

  private Map<String, UserView> named() {
    Map<String, UserView> named = new HashMap<>();
    for (UserView user : users.users()) {
      named.putIfAbsent(key(user.fullName()), user);
    }
    users.users().forEach(user -> named.put(key(user.name()), user));
    return named;
  }

  private RowOutcome outcome(Map<String, String> cells, Known known) {
    RowCells row = new RowCells(cells);
    row.required(RateRow.PERSON);
    UserView person =
        row.named(
            RateRow.PERSON,
            "unknownUser",
            name -> Optional.ofNullable(known.users().get(key(name))));
    Optional<RateRow> read = RateRow.read(row);
    if (person == null || read.isEmpty()) {
      return RowOutcome.refused(row.errors());
    }
    RateRow rate = read.get();
    String name = row.text("plan") == null ? person.fullName() : row.text("plan").strip();
    try {
      PlanId plan = known.plans().computeIfAbsent(key(name), made -> make(name).id());
      assign(plan, person, rate, known);
      return defined(plan, name, rate, known);
    } catch (InvalidInput invalid) {
      return RowOutcome.refused(
          invalid.errors().stream()
              .map(error -> new FieldError("plan", error.code(), error.key(), error.arguments()))
              .toList());
    }
  }

  private PlanView make(String name) {
    return plans.add(PlanData.named(name));
  }

  private void assign(PlanId plan, UserView person, RateRow rate, Known known) {
    String subject = Long.toString(person.id().value());
    List<AssignmentView> held =
        known.assignments().computeIfAbsent(plan, id -> new ArrayList<>(plans.assignments(id)));
    boolean covered =
        held.stream()
            .anyMatch(
                one ->
                    one.assignee() == Assignee.PERSON
                        && one.subject().equals(subject)
                        && one.validUntil() == null
                        && !one.validFrom().isAfter(rate.from()));
    if (!covered) {
      held.add(plans.assign(plan, new AssignPlan(Assignee.PERSON, subject, rate.from(), null)));
    }
  }

  private RowOutcome defined(PlanId plan, String name, RateRow rate, Known known) {
    List<PlanVersionView> versions =
        known.versions().computeIfAbsent(plan, id -> new ArrayList<>(plans.versions(id)));
    PlanTerms terms = rate.terms();
    RecordRef reference = RecordRef.of(Plans.TYPE, plan, name);
    boolean there =
        versions.stream()
            .filter(version -> version.validFrom().equals(rate.from()))
            .max((one, other) -> Integer.compare(one.number(), other.number()))
            .filter(version -> version.terms().equals(terms))
            .isPresent();
    if (there) {
      return RowOutcome.skipped(reference);
    }
    versions.add(plans.define(plan, new DefineVersion(rate.from(), null, terms)));
    return RowOutcome.created(reference);
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private static ImportField field(String name, boolean required, String... aliases) {
    return new ImportField(name, required, List.of(aliases));
  }
}
