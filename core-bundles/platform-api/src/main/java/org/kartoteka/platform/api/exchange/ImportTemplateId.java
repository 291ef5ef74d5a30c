package org.kartoteka.platform.api.exchange;

import org.kartoteka.platform.api.record.Id;

/** The id of a template of imports. */
public record ImportTemplateId(long value) implements Id {}
