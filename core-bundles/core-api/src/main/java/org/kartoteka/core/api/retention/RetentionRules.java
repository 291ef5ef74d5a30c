package org.kartoteka.core.api.retention;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** How long data are kept, by their kind. Needs {@code core.privacy.manage}. */
@ProviderType
public interface RetentionRules {

  /** Every kind that a bundle declares, with its rule or without, and rules that rest; by name. */
  List<RetentionRuleView> rules();

  /**
   * Sets after how many months data of the kind are due; the list is filled soon afterwards.
   *
   * @throws org.kartoteka.platform.api.problem.NotFound when no bundle declares the kind
   */
  RetentionRuleView set(String kind, Integer months);

  /** Ends a rule: what waits for a decision leaves the list, what was decided stays. */
  void end(String kind);
}
