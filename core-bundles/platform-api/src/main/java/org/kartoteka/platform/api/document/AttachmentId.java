package org.kartoteka.platform.api.document;

import org.kartoteka.platform.api.record.Id;

/** The id of an attachment. */
public record AttachmentId(long value) implements Id {}
