package org.kartoteka.core.api.handover;

import java.util.List;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.security.UserId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What somebody owned goes to others in one act: parties, and whatever features keep for owners
 * ({@link OwnedRecords}). It runs in the background in batches, as the user who started it and as
 * far as he reaches; each record gets its entry in the history, and so does the user whose records
 * they were. It can be undone as a whole; what was given to yet another since is kept. Needs {@code
 * core.handover.make}, and {@code core.party.change} for parties.
 */
@ProviderType
public interface Handovers {

  /** The kind of parties. */
  String PARTIES = "party";

  /**
   * What belongs to the user, as far as the caller reaches; kinds of which there is nothing too.
   */
  List<OwnedCount> owned(UserId user);

  /** What would come of it; writes nothing. */
  HandoverPreview preview(HandoverOrder order);

  /** Starts it. */
  HandoverView start(HandoverOrder order);

  /** One hand-over with its progress. */
  HandoverView get(HandoverId id);

  /**
   * A page of hand-overs, the latest first.
   *
   * @param from whose records; null for everybody's
   */
  Page<HandoverView> page(UserId from, PageRequest request);

  /** Gives everything back. */
  HandoverView undo(HandoverId id);
}
