package org.kartoteka.core.api.custom;

import org.kartoteka.platform.api.record.Id;

/** The id of a custom field. */
public record CustomFieldId(long value) implements Id {}
