package org.kartoteka.commissions.internal;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.kartoteka.commissions.AccrualExplanation;
import org.kartoteka.commissions.AccrualId;
import org.kartoteka.commissions.AccrualQuery;
import org.kartoteka.commissions.AccrualState;
import org.kartoteka.commissions.AccrualTotal;
import org.kartoteka.commissions.AccrualView;
import org.kartoteka.commissions.Accruals;
import org.kartoteka.commissions.DecideAccruals;
import org.kartoteka.commissions.Step;
import org.kartoteka.commissions.event.AccrualsDecided;
import org.kartoteka.commissions.internal.data.AccrualRows;
import org.kartoteka.commissions.internal.data.CommissionPermissions;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.NotFound;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was reckoned, and the human decision on it. */
@Component
public final class AccrualService implements Accruals {

  private static final int REASON = 1000;
  private static final int MOST_IDS = 5000;

  private final UnitOfWork unitOfWork;
  private final RecordKeeping keeping;
  private final AccrualRows rows;
  private final Sentences sentences;

  @Activate
  public AccrualService(
      @Reference UnitOfWork unitOfWork,
      @Reference RecordKeeping keeping,
      @Reference AccrualRows rows,
      @Reference Sentences sentences) {
    this.unitOfWork = unitOfWork;
    this.keeping = keeping;
    this.rows = rows;
    this.sentences = sentences;
  }

  @Override
  public Page<AccrualView> page(AccrualQuery query, PageRequest request) {
    return reading(() -> rows.page(query, request));
  }

  @Override
  public List<AccrualView> some(List<AccrualId> ids) {
    return reading(() -> rows.some(ids));
  }

  @Override
  public long count(AccrualQuery query, long atMost) {
    return reading(() -> rows.count(query, atMost));
  }

  @Override
  public List<AccrualTotal> totals(AccrualQuery query) {
    return reading(() -> rows.totals(query));
  }

  @Override
  public AccrualExplanation explain(AccrualId id) {
    return reading(
        () -> {
          AccrualView accrual = rows.find(id).orElseThrow(() -> new NotFound(TYPE, id.value()));
          List<Step> steps = rows.steps(id);
          return new AccrualExplanation(accrual, steps, sentences.of(steps), rows.decisions(id));
        });
  }

  @Override
  public long grant(DecideAccruals order) {
    return deciding(
        order,
        findings ->
            rows.decide(
                order,
                List.of(AccrualState.CALCULATED, AccrualState.REFUSED),
                AccrualState.GRANTED,
                null,
                keeping.act()),
        AccrualState.GRANTED);
  }

  @Override
  public long refuse(DecideAccruals order) {
    return deciding(
        order,
        findings -> {
          String reason = findings.requiredText("reason", order.reason(), REASON);
          findings.throwIfAny();
          return rows.decide(
              order,
              List.of(AccrualState.CALCULATED, AccrualState.GRANTED),
              AccrualState.REFUSED,
              reason,
              keeping.act());
        },
        AccrualState.REFUSED);
  }

  private long deciding(DecideAccruals order, ToLongFunction<Findings> decision, AccrualState to) {
    return keeping.with(
        CommissionPermissions.GRANT,
        () -> {
          Findings findings = new Findings();
          findings.atMost("ids", order.ids(), MOST_IDS);
          if (order.filter() == null && order.ids().isEmpty()) {
            findings.add("ids", "required");
          }
          findings.throwIfAny();
          long decided = decision.applyAsLong(findings);
          if (decided > 0) {
            keeping.happened(new AccrualsDecided(to, decided));
          }
          return decided;
        });
  }

  private <T> T reading(Supplier<T> work) {
    return unitOfWork.read(work);
  }
}
