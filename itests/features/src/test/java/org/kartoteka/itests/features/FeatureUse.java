package org.kartoteka.itests.features;

import java.util.Map;
import org.kartoteka.itests.harness.Api;

/** What somebody does with a feature in this test: one record written, and read again. */
interface FeatureUse {

  /** How each feature is used; a new feature bundle adds its line. */
  Map<String, FeatureUse> ALL =
      Map.of(
          "commissions", new CommissionsUse(),
          "competitors", new CompetitorsUse(),
          "contracts", new ContractsUse(),
          "sales", new SalesUse());

  /** The address of the feature's records below the API. */
  String path();

  /** Writes a record and tells its id. */
  String write(Api api, String name);

  /** Whether the record is there, whole. */
  boolean isThere(Api api, String id, String name);
}
