package org.kartoteka.platform.api.http;

import org.osgi.annotation.versioning.ProviderType;

/** The body of a PATCH request: a JSON merge patch (RFC 7396). Resources take it as a parameter. */
@ProviderType
public interface MergePatch {

  /**
   * The bean after the patch: the view as JSON, patched, read as the given type. Members the type
   * does not have are ignored when the view has them, and refused otherwise.
   *
   * @throws org.kartoteka.platform.api.problem.InvalidInput when a value does not fit its field
   */
  <T> T applyTo(Object view, Class<T> type);
}
