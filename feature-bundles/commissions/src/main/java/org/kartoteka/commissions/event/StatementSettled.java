package org.kartoteka.commissions.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.kartoteka.commissions.StatementId;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.journal.EventType;
import org.kartoteka.platform.api.security.UserId;

/** A person's commissions were settled; payroll may want to know. */
@EventType("commissions.statement-settled")
public record StatementSettled(
    StatementId id,
    UserId person,
    LocalDate from,
    LocalDate until,
    BigDecimal amount,
    String currency)
    implements DomainEvent {}
