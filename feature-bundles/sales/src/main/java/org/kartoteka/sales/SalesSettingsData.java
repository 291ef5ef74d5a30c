package org.kartoteka.sales;

import java.util.Currency;

/**
 * What an installation sets for sales.
 *
 * @param homeCurrency what amounts in other currencies are reckoned in; fixed once a rate of
 *     exchange is entered or a document posted
 * @param seller who invoices, as it stands on paper, line by line; null for nothing
 * @param taxCode the rate of tax of contract lines and imported lines that name none
 * @param paymentDays in how many days parties without a term of their own are to pay, 0 to 999
 */
public record SalesSettingsData(
    Currency homeCurrency,
    String seller,
    String taxCode,
    Integer paymentDays,
    AutomaticRun automaticRun) {}
