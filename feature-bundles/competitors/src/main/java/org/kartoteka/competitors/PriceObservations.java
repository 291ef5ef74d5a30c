package org.kartoteka.competitors;

import java.util.List;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Prices of competitors' products as they were observed, also at customers of ours. Reading needs
 * {@code competitors.competitor.read}, writing {@code competitors.observation.record}, removal
 * {@code competitors.observation.remove}.
 */
@ProviderType
public interface PriceObservations {

  /** The type of observed prices in references. */
  String TYPE = "competitors.price-observation";

  /** Records what was observed. */
  PriceObservationView record(PriceObservationData data);

  /** Corrects an observation; its product stays the same. */
  PriceObservationView change(
      PriceObservationId id, ExpectedRevision revision, PriceObservationData data);

  /** Removes an observation. */
  void remove(PriceObservationId id, ExpectedRevision revision);

  /**
   * One observation.
   *
   * @throws org.kartoteka.platform.api.problem.NotFound when there is none
   */
  PriceObservationView get(PriceObservationId id);

  /**
   * A page of observations. Sorts: {@code date} (default, the latest first), {@code price}, {@code
   * productName}, {@code competitorName}.
   */
  Page<PriceObservationView> page(PriceObservationQuery query, PageRequest request);

  /** How many match, counted up to the given number at most. */
  long count(PriceObservationQuery query, long atMost);

  /**
   * How prices went: a series for each product and currency, those observed most first.
   *
   * @param atMost how many series at most, 1 to 20
   */
  List<PriceSeries> series(PriceObservationQuery query, int atMost);
}
