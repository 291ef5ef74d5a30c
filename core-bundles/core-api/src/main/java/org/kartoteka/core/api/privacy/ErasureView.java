package org.kartoteka.core.api.privacy;

import java.time.Instant;
import java.util.List;
import org.kartoteka.platform.api.privacy.ErasedData;

/**
 * What an erasure did, or would do.
 *
 * @param at null for a preview
 * @param by null for a preview
 * @param data by kind what is erased, and what is kept and why
 */
public record ErasureView(Instant at, String by, String reason, List<ErasedData> data) {

  public ErasureView {
    data = List.copyOf(data);
  }
}
