package org.kartoteka.competitors.event;

import org.kartoteka.competitors.ProductId;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.journal.EventType;

/** A product of a competitor became known. */
@EventType("competitors.product-added")
public record ProductAdded(ProductId id, PartyId competitor, String name) implements DomainEvent {}
