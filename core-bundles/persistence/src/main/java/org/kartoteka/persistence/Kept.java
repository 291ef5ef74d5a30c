package org.kartoteka.persistence;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.MappedSuperclass;
import javax.persistence.Version;
import org.kartoteka.platform.api.act.Act;

/** What every record here knows of itself: its revision, who made it and who changed it last. */
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

  protected final void touched(Act act) {
    changedAt = act.at();
    changedBy = act.by();
  }

  public long revision() {
    return revision;
  }
}
