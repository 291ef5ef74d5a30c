package org.kartoteka.commissions;

import java.time.Instant;
import java.time.LocalDate;

/**
 * That people have a plan.
 *
 * @param subject the id of a user, the name of a group or a role; empty for everybody
 */
public record AssignmentView(
    AssignmentId id,
    PlanId planId,
    String planName,
    Assignee assignee,
    String subject,
    LocalDate validFrom,
    LocalDate validUntil,
    Instant definedAt,
    String definedBy) {}
