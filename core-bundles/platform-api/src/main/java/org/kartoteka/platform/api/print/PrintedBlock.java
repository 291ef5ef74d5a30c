package org.kartoteka.platform.api.print;

/** A part of a printed document. */
public sealed interface PrintedBlock permits PrintedFields, PrintedTable, PrintedText {}
