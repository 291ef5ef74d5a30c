package org.kartoteka.core.api.admission;

import org.kartoteka.platform.api.record.Id;

/** The id of a review. */
public record AdmissionId(long value) implements Id {}
