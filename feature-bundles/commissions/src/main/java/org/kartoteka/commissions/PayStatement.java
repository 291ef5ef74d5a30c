package org.kartoteka.commissions;

import java.time.LocalDate;

/** The order to note that a statement was paid. */
public record PayStatement(LocalDate paidOn, String reference) {}
