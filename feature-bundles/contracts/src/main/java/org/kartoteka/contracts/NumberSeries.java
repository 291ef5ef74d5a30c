package org.kartoteka.contracts;

import java.util.List;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The series from which contracts get their numbers, unique and without gaps but for removed drafts
 * and numbers given by hand. Reading needs {@code contracts.contract.read}, changes {@code
 * contracts.definition.change}.
 */
@ProviderType
public interface NumberSeries {

  /** The type of series in references. */
  String TYPE = "contracts.number-series";

  /** All series by name. */
  List<NumberSeriesView> all();

  /**
   * One series.
   *
   * @throws org.kartoteka.platform.api.problem.NotFound when there is none
   */
  NumberSeriesView get(NumberSeriesId id);

  /** Adds a series. */
  NumberSeriesView add(NumberSeriesData data);

  /** Changes a series; numbers that were given stay. */
  NumberSeriesView change(NumberSeriesId id, ExpectedRevision revision, NumberSeriesData data);
}
