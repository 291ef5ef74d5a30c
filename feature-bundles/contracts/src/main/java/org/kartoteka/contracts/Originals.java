package org.kartoteka.contracts;

import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Control of signed papers (ALF-16): every signed contract and annex has one, which is missing
 * until it is received. Changes need {@code contracts.contract.change}, reading {@code
 * contracts.contract.read}.
 */
@ProviderType
public interface Originals {

  /** The type of papers in references. */
  String TYPE = "contracts.original";

  /** Writes down where a paper is. */
  OriginalView track(OriginalId id, ExpectedRevision revision, OriginalData data);

  /** One paper. */
  OriginalView get(OriginalId id);

  /** A page of papers. Sorts: {@code signedOn} (default, the oldest first), {@code askedOn}. */
  Page<OriginalView> page(OriginalQuery query, PageRequest request);

  /** How many match, counted up to the given number at most. */
  long count(OriginalQuery query, long atMost);
}
