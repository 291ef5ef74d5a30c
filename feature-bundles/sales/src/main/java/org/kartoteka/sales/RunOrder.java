package org.kartoteka.sales;

import java.time.LocalDate;

/**
 * What a run of recurring invoices is to do.
 *
 * @param day what is due by this day is invoiced, and the invoices bear it; today when null
 * @param posting whether the invoices are posted at once; drafts otherwise
 */
public record RunOrder(LocalDate day, boolean posting) {}
