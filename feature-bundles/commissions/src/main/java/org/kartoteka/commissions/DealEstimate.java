package org.kartoteka.commissions;

import java.util.List;
import org.kartoteka.platform.api.money.Money;

/**
 * What a deal would bring.
 *
 * @param plan the name of the plan; null when whoever asks has none
 * @param total of the contract and of its first invoice once it is paid
 */
public record DealEstimate(String plan, Money total, List<Part> parts) {

  public DealEstimate {
    parts = List.copyOf(parts);
  }

  /** What one rule would bring, and how. */
  public record Part(String rule, Trigger trigger, Money amount, List<String> sentences) {

    public Part {
      sentences = List.copyOf(sentences);
    }
  }
}
