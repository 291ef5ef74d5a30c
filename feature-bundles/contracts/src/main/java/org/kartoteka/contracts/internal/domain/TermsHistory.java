package org.kartoteka.contracts.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kartoteka.contracts.AnnexId;
import org.kartoteka.contracts.LineData;

/**
 * What holds between the parties of a contract on each day. Annexes change it from their days on,
 * in the order of these days and not of the signatures: one that is effective before another that
 * was signed earlier leaves that other's changes in force from that other's day on. Of two annexes
 * of one day the one signed later has the last word.
 */
public final class TermsHistory {

  private final List<Version> versions;

  /**
   * An annex as it stands in the history.
   *
   * @param place its place among the annexes in the order in which they were signed
   */
  public record Step(
      AnnexId annex,
      String number,
      LocalDate effectiveOn,
      LocalDate signedOn,
      int place,
      TermsChange change) {}

  /**
   * What holds from a day on, until the next version.
   *
   * @param step the annex that made it so; null for what was signed at first
   */
  public record Version(LocalDate since, Step step, Terms terms) {}

  /** The history of terms that hold from a day on, with annexes in any order. */
  public TermsHistory(LocalDate startsOn, Terms first, List<Step> annexes) {
    List<Step> inOrder = new ArrayList<>(annexes);
    inOrder.sort(Comparator.comparing(Step::effectiveOn).thenComparing(Step::place));
    List<Version> made = new ArrayList<>();
    made.add(new Version(startsOn, null, first));
    Terms terms = first;
    for (Step step : inOrder) {
      terms = step.change().applyTo(terms);
      made.add(new Version(step.effectiveOn(), step, terms));
    }
    versions = List.copyOf(made);
  }

  /** All versions in their order; two of one day follow each other. */
  public List<Version> versions() {
    return versions;
  }

  /** What holds on the day; before the first day what will hold on that. */
  public Version on(LocalDate day) {
    Version found = versions.get(0);
    for (Version version : versions) {
      if (version.step() != null && !version.since().isAfter(day)) {
        found = version;
      }
    }
    return found;
  }

  /** The versions from the day on that are the last word of their day. */
  public List<Version> since(LocalDate day) {
    return versions.stream()
        .filter(version -> !version.since().isBefore(day) && version == on(version.since()))
        .toList();
  }

  /** The keys of all lines there ever were. */
  public Set<String> keys() {
    return versions.stream()
        .flatMap(version -> version.terms().lines().stream())
        .map(LineData::key)
        .collect(Collectors.toSet());
  }
}
