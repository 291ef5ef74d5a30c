package org.kartoteka.commissions.event;

import java.time.LocalDate;
import org.kartoteka.commissions.StatementId;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.journal.EventType;
import org.kartoteka.platform.api.security.UserId;

/** A statement was paid. */
@EventType("commissions.statement-paid")
public record StatementPaid(StatementId id, UserId person, LocalDate paidOn)
    implements DomainEvent {}
