package org.kartoteka.core.api.search;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Searches in all sources. */
@ProviderType
public interface Search {

  /**
   * Searches everywhere.
   *
   * @param text at least two characters, else nothing is found
   * @param limitPerSource how many hits of each source at most, 1 to 50
   */
  List<SearchHit> find(String text, int limitPerSource);
}
