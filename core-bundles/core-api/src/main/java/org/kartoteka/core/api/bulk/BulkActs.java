package org.kartoteka.core.api.bulk;

import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One thing done with many parties. It runs in the background in batches, each one transaction, as
 * the user who started it and with his rights; each party gets its entry in the history. What was
 * done can be undone as a whole; what was edited since is kept. Acts need the right that the same
 * act on one party needs, and reading {@code core.party.read}.
 */
@ProviderType
public interface BulkActs {

  /** What would come of it; writes nothing. */
  BulkPreview preview(BulkOrder order);

  /** Starts it. */
  BulkActView start(BulkOrder order);

  /** One act with its progress. */
  BulkActView get(BulkActId id);

  /** A page of acts, the latest first. */
  Page<BulkActView> page(PageRequest request);

  /** The parties that it could not change. */
  Page<BulkRefusalView> refusals(BulkActId id, PageRequest request);

  /** Ends a running act after the present batch; what is done stays and can be undone. */
  BulkActView cancel(BulkActId id);

  /** Undoes an act that has ended; the act that undoes it. */
  BulkActView undo(BulkActId id);
}
