package org.kartoteka.platform.api.journal;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something that happened in the field, named in the past tense. Implementations are records of
 * plain values (numbers, strings, dates, ids, lists of them): they are kept as JSON for years, so
 * fields are added, never renamed. The type in the journal is the record's qualified class name
 * unless {@link EventType} says otherwise.
 */
@ConsumerType
public interface DomainEvent {}
