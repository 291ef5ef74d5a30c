package org.kartoteka.persistence;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.MappedSuperclass;
import javax.persistence.Version;
import org.kartoteka.platform.api.act.Act;

/**
 * What a record knows of itself: its revision, who made it and who changed it last. Its table has
 * the columns {@code revision}, {@code created_at}, {@code created_by}, {@code changed_at}, {@code
 * changed_by}.
 */
@MappedSuperclass
public abstract class Kept {

  @Version private long revision;

  @Column(name = "created_at")
  @Convert(converter = PointInTime.class)
  private Instant createdAt;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "changed_at")
  @Convert(converter = PointInTime.class)
  private Instant changedAt;

  @Column(name = "changed_by")
  private String changedBy;

  protected Kept() {}

  protected Kept(Act act) {
    createdAt = act.at();
    createdBy = act.by();
    touched(act);
  }

  /** Somebody changed it. */
  protected final void touched(Act act) {
    changedAt = act.at();
    changedBy = act.by();
  }

  protected final Instant createdAt() {
    return createdAt;
  }

  protected final String createdBy() {
    return createdBy;
  }

  protected final Instant changedAt() {
    return changedAt;
  }

  protected final String changedBy() {
    return changedBy;
  }

  /** How often it was written; who saves says which one he read. */
  public long revision() {
    return revision;
  }
}
