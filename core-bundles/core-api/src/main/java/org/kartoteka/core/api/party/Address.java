package org.kartoteka.core.api.party;

/**
 * A postal address.
 *
 * @param kind such as {@code SEAT}, {@code CORRESPONDENCE}, {@code DELIVERY}, {@code INVOICE},
 *     {@code HOME}; any word is allowed
 * @param country ISO 3166-1 alpha-2; may be null
 */
public record Address(
    String kind, String street, String postalCode, String city, String region, String country) {}
