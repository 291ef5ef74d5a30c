package org.kartoteka.core.api.party;

/**
 * An e-mail address.
 *
 * @param kind such as {@code OFFICE}, {@code INVOICE}, {@code PRIVATE}; any word is allowed
 */
public record Email(String kind, String value) {}
