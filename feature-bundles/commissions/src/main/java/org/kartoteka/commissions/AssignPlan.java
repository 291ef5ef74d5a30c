package org.kartoteka.commissions;

import java.time.LocalDate;

/**
 * The order to give a plan to people.
 *
 * @param subject the id of a user, the name of a group or a role; empty for everybody
 * @param validUntil the last day; null until further notice
 */
public record AssignPlan(
    Assignee assignee, String subject, LocalDate validFrom, LocalDate validUntil) {}
