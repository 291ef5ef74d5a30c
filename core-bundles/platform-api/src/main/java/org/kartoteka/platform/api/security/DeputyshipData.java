package org.kartoteka.platform.api.security;

import java.time.LocalDate;

/**
 * Who stands in for whom, and when.
 *
 * @param absentId who is away
 * @param deputyId who stands in
 * @param from the first day
 * @param until the last day
 */
public record DeputyshipData(UserId absentId, UserId deputyId, LocalDate from, LocalDate until) {}
