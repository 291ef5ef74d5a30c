package org.kartoteka.platform.api.data;

import java.util.OptionalLong;
import org.kartoteka.platform.api.problem.MissingRevision;
import org.kartoteka.platform.api.problem.StaleRevision;

/** The revision a change was made on; the guard against overwriting somebody else's change. */
public final class ExpectedRevision {

  private static final ExpectedRevision ANY = new ExpectedRevision(-1);

  private final long revision;

  private ExpectedRevision(long revision) {
    this.revision = revision;
  }

  /** Exactly this revision. */
  public static ExpectedRevision of(long revision) {
    return new ExpectedRevision(revision);
  }

  /** Whatever the present revision is: the last one wins. */
  public static ExpectedRevision any() {
    return ANY;
  }

  /**
   * From the HTTP header {@code If-Match}: an entity tag, quoted or not, or {@code *}.
   *
   * @throws MissingRevision when the header is missing
   * @throws StaleRevision when it is no entity tag of ours
   */
  public static ExpectedRevision ifMatch(String header) {
    if (header == null || header.isBlank()) {
      throw new MissingRevision();
    }
    String tag = header.strip();
    if (tag.equals("*")) {
      return ANY;
    }
    tag = tag.startsWith("W/") ? tag.substring(2) : tag;
    try {
      return of(Long.parseLong(tag.replace("\"", "")));
    } catch (NumberFormatException foreignTag) {
      throw new StaleRevision("", header);
    }
  }

  /** The number, unless any revision will do. */
  public OptionalLong revision() {
    return revision < 0 ? OptionalLong.empty() : OptionalLong.of(revision);
  }

  /**
   * Checks against the present revision.
   *
   * @throws StaleRevision when it is another
   */
  public void check(long present, String type, Object id) {
    if (revision >= 0 && revision != present) {
      throw new StaleRevision(type, id);
    }
  }
}
