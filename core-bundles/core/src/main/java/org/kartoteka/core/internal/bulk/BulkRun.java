package org.kartoteka.core.internal.bulk;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.kartoteka.core.api.bulk.BulkActId;
import org.kartoteka.core.api.bulk.BulkActView;
import org.kartoteka.core.api.bulk.BulkOrder;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.internal.bulk.BulkStore.Changed;
import org.kartoteka.core.internal.bulk.BulkStore.Outcome;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one bulk act, or undoes one. Each batch is one transaction, which also writes what came of
 * its parties, so that whatever happens it is known what to undo.
 */
final class BulkRun {

  private static final Logger LOG = LoggerFactory.getLogger(BulkRun.class);
  private static final int BATCH = 200;

  private final UnitOfWork unitOfWork;
  private final BulkStore store;
  private final BulkParties parties;
  private final BulkDeeds deeds;
  private final BulkActId act;
  private final BulkOrder order;
  private final BulkActId undoes;
  private final BooleanSupplier stopping;
  private Long place;

  BulkRun(
      UnitOfWork unitOfWork,
      BulkStore store,
      BulkParties parties,
      BulkDeeds deeds,
      BulkActId act,
      BulkOrder order,
      BulkActId undoes,
      Long place,
      BooleanSupplier stopping) {
    this.unitOfWork = unitOfWork;
    this.store = store;
    this.parties = parties;
    this.deeds = deeds;
    this.act = act;
    this.order = order;
    this.undoes = undoes;
    this.place = place;
    this.stopping = stopping;
  }

  /**
   * Runs to the end, and tells how it ended; when this bundle is stopped, the next start goes on.
   */
  void run() {
    try {
      boolean more = true;
      while (more) {
        if (stopping.getAsBoolean()) {
          LOG.info("Bulk act {} is left for the next start", act.value());
          return;
        }
        if (unitOfWork.call(() -> store.isCancelled(act))) {
          end(BulkActView.State.CANCELLED, null);
          return;
        }
        Long last = unitOfWork.callRepeatably(() -> undoes == null ? act() : undo());
        more = last != null;
        place = more ? last : place;
      }
      end(BulkActView.State.DONE, null);
    } catch (Elsewhere other) {
      LOG.info("Bulk act {} goes on elsewhere", act.value());
    } catch (RuntimeException failure) {
      LOG.error("Bulk act {} failed", act.value(), failure);
      end(BulkActView.State.FAILED, "bulk.problem.unexpected");
    }
  }

  /** The last party of the batch; null when there was none. */
  private Long act() {
    List<PartyId> batch = parties.next(order, after(), BATCH);
    if (batch.isEmpty()) {
      return null;
    }
    return keep(deeds.act(act, order, batch), batch.size(), batch.get(batch.size() - 1).value());
  }

  private Long undo() {
    List<Changed> batch = store.changed(undoes, after(), BATCH);
    if (batch.isEmpty()) {
      return null;
    }
    return keep(
        deeds.undo(order, batch), batch.size(), batch.get(batch.size() - 1).party().value());
  }

  private long after() {
    return place == null ? Long.MIN_VALUE : place;
  }

  private long keep(List<Outcome> outcomes, int batch, long last) {
    if (!store.add(act, outcomes, batch - outcomes.size(), place, last)) {
      throw new Elsewhere();
    }
    return last;
  }

  /** Somebody else runs the act. */
  private static final class Elsewhere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Elsewhere() {
      super(null, null, false, false);
    }
  }

  private void end(BulkActView.State state, String problem) {
    unitOfWork.callSeparately(
        () -> {
          store.end(act, state, problem);
          return null;
        });
  }
}
