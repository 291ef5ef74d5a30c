package org.kartoteka.contracts;

import org.kartoteka.platform.api.http.Versioned;

/**
 * A number series.
 *
 * @param next the number that the next contract of today would get
 */
public record NumberSeriesView(
    NumberSeriesId id, long revision, String name, String pattern, String next)
    implements Versioned {

  /** What people can change of it. */
  public NumberSeriesData data() {
    return new NumberSeriesData(name, pattern);
  }
}
