package org.kartoteka.platform.api.feature;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The features of this installation and the acts of an administrator on them. The wanted state is
 * kept in the database; each node brings itself to it. Reading needs no permission, acts need
 * {@code platform.feature.manage}.
 */
@ProviderType
public interface FeatureCatalog {

  /** All features, stopped and failed ones included, ordered by title. */
  List<FeatureView> features();

  /** One feature; empty when no such feature is installed. */
  Optional<FeatureView> feature(String id);

  /** What stopping it would mean. */
  FeatureImpact impact(String id);

  /**
   * Starts a feature and what it needs, and lets it catch up the journal.
   *
   * @throws org.kartoteka.platform.api.problem.Refused when it cannot start, in plain words; its
   *     state is then {@link FeatureState#FAILED}
   */
  StartOutcome start(String id);

  /** Stops a feature and those that need it; data, journal positions and settings stay. */
  FeatureView stop(String id);

  /**
   * Installs a feature from a jar, or updates it: resolve, migrate, start, check the health; all or
   * nothing.
   *
   * @param fileName the name for messages
   * @throws org.kartoteka.platform.api.problem.Refused why not, in plain words; the version before
   *     works on
   */
  FeatureView install(String fileName, InputStream jar);

  /** Uninstalls the code; the schema and its data stay. */
  void remove(String id);

  /**
   * Deletes the data of a removed or stopped feature after writing all of it to an export file.
   *
   * @param confirmation the feature's id typed once more
   * @return the name of the export file in the data folder
   */
  String purge(String id, String confirmation);
}
