package org.kartoteka.sales;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The series of numbers. Reading needs {@code sales.document.read}, writing {@code
 * sales.period.close}.
 */
@ProviderType
public interface NumberSeriesBook {

  /** All series by kind and code. */
  List<NumberSeries> all();

  /** Adds a series, or changes one of which no number was given yet. */
  void set(NumberSeries series);
}
