package org.kartoteka.database.internal;

import org.kartoteka.database.DatabaseAddress;

/** Registered as a service from the moment on when the database accepts connections. */
record ReadyDatabase(DatabaseAddress address, int largestPool) {}
