package org.kartoteka.core.api.party;

/**
 * An official number of a party. Known types are checked before they are saved and kept without
 * blanks and dashes: PL_NIP, PL_REGON, PL_PESEL, BG_EIK, BG_EGN, RU_INN, RU_OGRN, RU_KPP, EU_VAT,
 * LEI; any other type is kept as it is.
 *
 * @param type upper-case letters, digits and underscores
 */
public record Identifier(String type, String value) {}
