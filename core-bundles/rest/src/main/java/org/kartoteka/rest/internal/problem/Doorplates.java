package org.kartoteka.rest.internal.problem;

import java.util.Optional;
import org.kartoteka.platform.api.problem.Problem;

/** Knows whose addresses those are that nobody answers now. */
@FunctionalInterface
public interface Doorplates {

  /**
   * Why nobody answers at the path.
   *
   * @param path the path below the version, without a leading slash
   * @return empty when no installed bundle has it
   */
  Optional<Problem> absent(String path);
}
