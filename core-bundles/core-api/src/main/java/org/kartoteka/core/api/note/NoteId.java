package org.kartoteka.core.api.note;

import org.kartoteka.platform.api.record.Id;

/** The id of a note. */
public record NoteId(long value) implements Id {}
