package org.kartoteka.sales.internal.billing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyNames;
import org.kartoteka.core.api.party.PartyScope;
import org.kartoteka.platform.api.act.RecordKeeping;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.sales.DueLine;
import org.kartoteka.sales.RecurringInvoices;
import org.kartoteka.sales.RunId;
import org.kartoteka.sales.RunOrder;
import org.kartoteka.sales.RunPreview;
import org.kartoteka.sales.RunState;
import org.kartoteka.sales.RunView;
import org.kartoteka.sales.internal.data.BillingRows;
import org.kartoteka.sales.internal.data.BookRows;
import org.kartoteka.sales.internal.data.RunRows;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Runs of recurring invoices. */
@Component(service = {RecurringInvoices.class, RunService.class})
public final class RunService implements RecurringInvoices {

  private static final int BATCH = 500;
  private static final int PREVIEWED = 200;
  private static final int MOST_SHOWN = 100;

  private final UnitOfWork unitOfWork;
  private final RecordKeeping keeping;
  private final RunRows rows;
  private final BillingRows billing;
  private final BookRows books;
  private final Invoicing invoicing;
  private final PartyScope scope;
  private final PartyNames names;

  @Activate
  public RunService(
      @Reference UnitOfWork unitOfWork,
      @Reference RecordKeeping keeping,
      @Reference RunRows rows,
      @Reference BillingRows billing,
      @Reference BookRows books,
      @Reference Invoicing invoicing,
      @Reference PartyScope scope,
      @Reference PartyNames names) {
    this.unitOfWork = unitOfWork;
    this.keeping = keeping;
    this.rows = rows;
    this.billing = billing;
    this.books = books;
    this.invoicing = invoicing;
    this.scope = scope;
    this.names = names;
  }

  @Override
  public RunPreview preview(LocalDate wanted) {
    return keeping.with(
        SalesPermissions.RUN,
        () -> {
          LocalDate day = wanted == null ? keeping.act().today() : wanted;
          List<PartyId> parties = billing.parties(day, 0, PREVIEWED);
          List<DueAmount> amounts =
              invoicing.amounts(scope.covered(parties, RecordAction.READ), day);
          Map<PartyId, String> called =
              names.of(amounts.stream().map(one -> one.due().party()).collect(Collectors.toSet()));
          return new RunPreview(
              day,
              billing.parties(day),
              amounts.stream().map(amount -> line(amount, called)).toList(),
              parties.size() < PREVIEWED);
        });
  }

  @Override
  public RunView start(RunOrder order) {
    return keeping.with(
        SalesPermissions.RUN,
        () -> {
          LocalDate day = order.day() == null ? keeping.act().today() : order.day();
          books.requireOpen(day);
          if (rows.isAnyAtWork()) {
            throw new Refused("problem.sales.run-at-work");
          }
          RunOrder dated = new RunOrder(day, order.posting());
          return view(rows.insert(dated, billing.parties(day), keeping.act()));
        });
  }

  @Override
  public RunView stop(RunId id) {
    return keeping.with(
        SalesPermissions.RUN,
        () -> {
          rows.lockAtWork();
          rows.end(id, RunState.STOPPED, keeping.act());
          return view(id);
        });
  }

  @Override
  public RunView get(RunId id) {
    return keeping.with(SalesPermissions.RUN, () -> view(id));
  }

  @Override
  public List<RunView> latest(int atMost) {
    return keeping.with(
        SalesPermissions.RUN, () -> rows.latest(Math.min(Math.max(atMost, 1), MOST_SHOWN)));
  }

  /** Whether a run was started for the day or a later one. */
  boolean wasStartedFor(LocalDate day) {
    return unitOfWork.call(() -> rows.wasStartedFor(day));
  }

  /**
   * Gives the next parties their turn, in a transaction.
   *
   * @return whether there is more to do
   */
  public boolean goOn() {
    return unitOfWork.callRepeatably(
        () -> {
          Optional<RunRows.AtWork> atWork = rows.lockAtWork();
          if (atWork.isEmpty()) {
            return false;
          }
          RunRows.AtWork run = atWork.get();
          List<PartyId> parties = billing.parties(run.day(), run.lastParty(), BATCH);
          if (parties.isEmpty()) {
            rows.end(run.id(), RunState.DONE, keeping.act());
            return false;
          }
          Invoicing.Made made = invoicing.invoice(run, parties);
          rows.problems(run.id(), made.problems());
          long last = parties.get(parties.size() - 1).value();
          rows.progress(run.id(), parties.size(), last, made.documents(), made.lines());
          return true;
        });
  }

  private RunView view(RunId id) {
    return rows.find(id).orElseThrow(() -> new NotFound(TYPE, id.value()));
  }

  private static DueLine line(DueAmount amount, Map<PartyId, String> called) {
    return new DueLine(
        amount.due().party(),
        called.get(amount.due().party()),
        amount.due().contract().number(),
        amount.due().name(),
        amount.from(),
        amount.until(),
        amount.net(),
        amount.isDifference());
  }
}
