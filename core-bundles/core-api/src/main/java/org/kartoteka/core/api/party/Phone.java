package org.kartoteka.core.api.party;

/**
 * A phone number.
 *
 * @param kind such as {@code MOBILE}, {@code OFFICE}, {@code FAX}; any word is allowed
 * @param value E.164 when it could be understood, else as it was written
 */
public record Phone(String kind, String value) {}
