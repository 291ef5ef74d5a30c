package org.kartoteka.ui.api.component;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.http.Versioned;
import org.kartoteka.platform.api.problem.StaleRevision;
import org.kartoteka.ui.api.Workspace;

/**
 * Saves a change so that nobody's work is lost: when somebody else changed the record meanwhile,
 * both changes are merged by field, and the person decides on the fields that both changed. What
 * was saved can be undone from the notice, field by field, whatever came after it.
 *
 * @param <V> the record as it is read
 * @param <D> what people can change of it
 */
public final class CarefulSave<V extends Versioned, D extends Record> {

  private final Class<D> type;
  private final Function<V, D> data;
  private final Change<V, D> change;
  private final Function<V, V> fresh;
  private final MergeDialog.Wording wording;

  /** Writes a change made on a revision. */
  @FunctionalInterface
  public interface Change<V, D> {
    /** The record after the change. */
    V save(V read, ExpectedRevision revision, D data);
  }

  /**
   * A way to save.
   *
   * @param type the class of what can be changed
   * @param data what can be changed of a record as it is read
   * @param change writes it
   * @param fresh reads the record anew
   * @param wording how fields and values are shown when a person has to decide
   */
  public CarefulSave(
      Class<D> type,
      Function<V, D> data,
      Change<V, D> change,
      Function<V, V> fresh,
      MergeDialog.Wording wording) {
    this.type = type;
    this.data = data;
    this.change = change;
    this.fresh = fresh;
    this.wording = wording;
  }

  /**
   * Saves; at once, or after the person has decided.
   *
   * @param read the record as it was when the change began
   * @param mine the change
   * @param saved called with the record after the change
   * @throws org.kartoteka.platform.api.problem.Problem when it is refused for another reason than
   *     somebody else's change
   */
  public void save(V read, D mine, Consumer<V> saved) {
    try {
      saved.accept(change.save(read, ExpectedRevision.of(read.revision()), mine));
    } catch (StaleRevision changedMeanwhile) {
      merge(read, mine, fresh.apply(read), saved);
      return;
    }
    offerUndo("ui.saved.notice", read, data.apply(read), mine, saved);
  }

  /** Undoing is a change back, made on what is saved by then. */
  private void offerUndo(String textKey, V record, D before, D after, Consumer<V> saved) {
    Workspace workspace = Workspace.current();
    if (before.equals(after)) {
      workspace.done(workspace.text(textKey));
      return;
    }
    workspace.done(
        workspace.text(textKey),
        () -> {
          V now = fresh.apply(record);
          ThreeWay back =
              ThreeWay.of(
                  RecordFields.of(after),
                  RecordFields.of(before),
                  RecordFields.of(data.apply(now)));
          saved.accept(
              change.save(
                  now, ExpectedRevision.of(now.revision()), RecordFields.to(type, back.merged())));
          Workspace.current().done(Workspace.current().text("ui.undone"));
        });
  }

  private void merge(V before, D mine, V theirs, Consumer<V> saved) {
    ThreeWay threeWay =
        ThreeWay.of(
            RecordFields.of(data.apply(before)),
            RecordFields.of(mine),
            RecordFields.of(data.apply(theirs)));
    if (threeWay.conflicts().isEmpty()) {
      D merged = RecordFields.to(type, threeWay.merged());
      saved.accept(change.save(theirs, ExpectedRevision.of(theirs.revision()), merged));
      offerUndo("ui.merge.merged", theirs, data.apply(theirs), merged, saved);
      return;
    }
    new MergeDialog(
            threeWay.conflicts(), wording, decisions -> decide(theirs, threeWay, decisions, saved))
        .open();
  }

  private void decide(
      V theirs, ThreeWay threeWay, Map<String, Object> decisions, Consumer<V> saved) {
    save(theirs, RecordFields.to(type, threeWay.decided(decisions)), saved);
  }
}
