package org.kartoteka.commissions;

/**
 * What a plan is called.
 *
 * @param name up to 200 characters, unique
 * @param description up to 10,000 characters
 * @param retired whether it is no longer offered
 */
public record PlanData(String name, String description, boolean retired) {

  /** A plan of a name. */
  public static PlanData named(String name) {
    return new PlanData(name, null, false);
  }
}
