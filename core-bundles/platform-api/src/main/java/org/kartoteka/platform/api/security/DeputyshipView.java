package org.kartoteka.platform.api.security;

import java.time.LocalDate;

/**
 * A deputyship.
 *
 * @param from the first day
 * @param until the last day
 * @param lasting whether today is one of its days
 * @param arrangedBy the sign-in name of who arranged it
 */
public record DeputyshipView(
    DeputyshipId id,
    UserId absentId,
    String absentName,
    UserId deputyId,
    String deputyName,
    LocalDate from,
    LocalDate until,
    boolean lasting,
    String arrangedBy) {}
