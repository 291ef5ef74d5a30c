package org.kartoteka.core.api.search;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Finds records of a bundle for the search box. Called for every search on the searcher's thread,
 * in a transaction, as the current user, and must answer in 100 ms; what the user may not see is
 * left out. An exception is logged and the other sources answer without it.
 */
@ConsumerType
public interface SearchSource {

  /**
   * The type of records it finds, such as {@code party}; the group's title is {@code
   * search.<type>}.
   */
  String type();

  /** The place of its group among the others, small numbers first; parties are 10. */
  int order();

  /** The best hits first. */
  List<SearchHit> search(String text, int limit);
}
