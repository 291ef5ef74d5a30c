package org.kartoteka.contracts.internal.domain;

import java.time.LocalDate;

/**
 * How long a contract holds.
 *
 * @param startsOn the first day; null in a draft that does not know it yet
 * @param endsOn the last day; null until further notice
 * @param noticeMonths null for none
 * @param renewalMonths null when it ends
 */
public record Validity(
    LocalDate startsOn, LocalDate endsOn, Integer noticeMonths, Integer renewalMonths) {

  /** Whether it goes on by itself. */
  public boolean renewsItself() {
    return endsOn != null && renewalMonths != null;
  }

  /** Whether it holds on the day, for all that is known; what renews itself goes on. */
  public boolean holdsOn(LocalDate day) {
    return !day.isBefore(startsOn) && (endsOn == null || renewsItself() || !day.isAfter(endsOn));
  }

  /** The last day on which notice can be given; null without a last day. */
  public LocalDate lastNoticeDay() {
    if (endsOn == null || noticeMonths == null) {
      return endsOn;
    }
    return endsOn.plusDays(1).minusMonths(noticeMonths).minusDays(1);
  }

  /** The last day on which somebody can still decide what comes of it; null without a last day. */
  public LocalDate decideBy() {
    return renewsItself() ? lastNoticeDay() : endsOn;
  }

  /** From which day on nothing keeps it from being renewed; null when it does not renew itself. */
  public LocalDate renewsOn() {
    if (!renewsItself()) {
      return null;
    }
    return noticeMonths == null ? endsOn : lastNoticeDay().plusDays(1);
  }

  /** The same after it went on by itself once; whole months stay whole months. */
  public Validity renewed() {
    return endingOn(endsOn.plusDays(1).plusMonths(renewalMonths).minusDays(1));
  }

  /** The same with another last day. */
  public Validity endingOn(LocalDate last) {
    return new Validity(startsOn, last, noticeMonths, renewalMonths);
  }

  /** The earliest last day when the end is declared on the day. */
  public LocalDate earliestEnd(LocalDate declaredOn) {
    LocalDate end = noticeMonths == null ? declaredOn : declaredOn.plusMonths(noticeMonths);
    return endsOn != null && end.isAfter(endsOn) ? endsOn : end;
  }
}
