package org.kartoteka.core.api.custom.event;

import org.kartoteka.platform.api.journal.DomainEvent;
import org.kartoteka.platform.api.journal.EventType;

/**
 * A custom field was defined, changed or removed.
 *
 * @param recordType {@code party} or {@code person}
 * @param present whether there is such a field now
 */
@EventType("custom-field.changed")
public record CustomFieldChanged(String recordType, String name, boolean present)
    implements DomainEvent {}
