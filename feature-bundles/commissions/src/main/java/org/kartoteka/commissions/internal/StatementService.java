package org.kartoteka.commissions.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.kartoteka.commissions.PayStatement;
import org.kartoteka.commissions.Period;
import org.kartoteka.commissions.SettleStatements;
import org.kartoteka.commissions.StatementId;
import org.kartoteka.commissions.StatementQuery;
import org.kartoteka.commissions.StatementView;
import org.kartoteka.commissions.Statements;
import org.kartoteka.commissions.event.StatementPaid;
import org.kartoteka.commissions.event.StatementSettled;
import org.kartoteka.commissions.internal.data.CommissionPermissions;
import org.kartoteka.commissions.internal.data.StatementRows;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Granted commissions, settled and paid. */
@Component
public final class StatementService implements Statements {

  private static final int REFERENCE = 200;

  private final UnitOfWork unitOfWork;
  private final RecordKeeping keeping;
  private final StatementRows rows;

  @Activate
  public StatementService(
      @Reference UnitOfWork unitOfWork,
      @Reference RecordKeeping keeping,
      @Reference StatementRows rows) {
    this.unitOfWork = unitOfWork;
    this.keeping = keeping;
    this.rows = rows;
  }

  @Override
  public List<StatementView> settle(SettleStatements order) {
    return acting(
        () -> {
          Findings findings = new Findings();
          findings.required("periodKind", order.periodKind());
          findings.day("day", findings.required("day", order.day()));
          findings.throwIfAny();
          Period period = order.periodKind().of(order.day());
          if (period.from().isAfter(keeping.act().today())) {
            throw new Refused("problem.commissions.period-ahead", period.from().toString());
          }
          List<StatementView> made =
              rows.settle(order, period, keeping.act()).stream().map(this::get).toList();
          made.forEach(this::tell);
          return made;
        });
  }

  private void tell(StatementView made) {
    keeping.created(
        reference(made),
        new Standing(null, null, false),
        new StatementSettled(
            made.id(),
            made.personId(),
            made.from(),
            made.until(),
            made.amount().amount(),
            made.amount().currency().getCurrencyCode()));
  }

  @Override
  public StatementView pay(StatementId id, ExpectedRevision revision, PayStatement given) {
    return acting(
        () -> {
          StatementView before = open(id, revision);
          Findings findings = new Findings();
          PayStatement order =
              new PayStatement(
                  findings.day("paidOn", findings.required("paidOn", given.paidOn())),
                  findings.line("reference", given.reference(), REFERENCE));
          findings.throwIfAny();
          rows.pay(id, order, keeping.act());
          StatementView after = get(id);
          keeping.changed(reference(before), standing(before), standing(after));
          keeping.happened(new StatementPaid(id, after.personId(), after.paidOn()));
          return after;
        });
  }

  @Override
  public StatementView cancel(StatementId id, ExpectedRevision revision) {
    return acting(
        () -> {
          StatementView before = open(id, revision);
          rows.cancel(id, keeping.act());
          StatementView after = get(id);
          keeping.changed(reference(before), standing(before), standing(after));
          return after;
        });
  }

  @Override
  public StatementView get(StatementId id) {
    return unitOfWork.read(() -> rows.find(id).orElseThrow(() -> new NotFound(TYPE, id.value())));
  }

  @Override
  public Page<StatementView> page(StatementQuery query, PageRequest request) {
    return unitOfWork.read(() -> rows.page(query, request));
  }

  @Override
  public long count(StatementQuery query, long atMost) {
    return unitOfWork.read(() -> rows.count(query, atMost));
  }

  private StatementView open(StatementId id, ExpectedRevision revision) {
    StatementView statement = rows.lock(id).orElseThrow(() -> new NotFound(TYPE, id.value()));
    revision.check(statement.revision(), TYPE, id.value());
    if (statement.paidOn() != null || statement.cancelled()) {
      throw new Refused("problem.commissions.statement-closed");
    }
    return statement;
  }

  /** What the history of a statement tells. */
  public record Standing(LocalDate paidOn, String reference, boolean cancelled) {}

  private static Standing standing(StatementView statement) {
    return new Standing(statement.paidOn(), statement.reference(), statement.cancelled());
  }

  private <T> T acting(Supplier<T> work) {
    return keeping.with(CommissionPermissions.SETTLE, work);
  }

  private static RecordRef reference(StatementView statement) {
    return RecordRef.of(TYPE, statement.id(), statement.from() + " – " + statement.until());
  }
}
