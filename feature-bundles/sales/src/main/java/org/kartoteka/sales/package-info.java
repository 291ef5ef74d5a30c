/**
 * What is sold and invoiced: the catalogue, invoices and their corrections, payments, recurring
 * invoices and turnover.
 */
@org.osgi.annotation.versioning.Version("1.0.0")
package org.kartoteka.sales;
