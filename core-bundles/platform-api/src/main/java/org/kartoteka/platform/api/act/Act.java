package org.kartoteka.platform.api.act;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Who does something to a record, and when.
 *
 * @param today the day it is for the company
 */
public record Act(Instant at, LocalDate today, String by) {}
