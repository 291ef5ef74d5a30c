package org.kartoteka.platform.api.print;

import org.osgi.annotation.versioning.ProviderType;

/** A part of a printed document. */
@ProviderType
public sealed interface PrintedBlock permits PrintedFields, PrintedTable, PrintedText {}
