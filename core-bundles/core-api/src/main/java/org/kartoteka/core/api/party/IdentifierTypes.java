package org.kartoteka.core.api.party;

import java.util.List;

/** The types of identifiers that are offered; others may be used too. */
public final class IdentifierTypes {

  /** In the order in which they are offered. */
  public static final List<String> OFFERED =
      List.of(
          "PL_NIP",
          "PL_REGON",
          "PL_PESEL",
          "BG_EIK",
          "BG_EGN",
          "RU_INN",
          "RU_OGRN",
          "RU_KPP",
          "EU_VAT",
          "LEI",
          "US_CIK");

  private IdentifierTypes() {}
}
