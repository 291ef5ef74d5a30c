package org.kartoteka.commissions.internal.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kartoteka.commissions.PlanTerms;
import org.kartoteka.commissions.Tier;

class JsonTest {

  private final Json json = new Json();

  @Test
  void terms_from_before_there_were_bonuses_are_read_as_they_were() {
    PlanTerms terms =
        json.read(
            """
            {"rules": [{"key": "r", "name": "Rule", "trigger": "POSTING", "base": "NET",
              "selection": {"groups": [], "newCustomers": false}, "currency": "PLN",
              "rate": {"kind": "TIERS_MARGINAL", "per": "QUARTER",
                       "tiers": [{"from": 0, "percent": 1.20}, {"from": 300000, "percent": 2}]}}],
             "superiorPercents": []}
            """,
            PlanTerms.class);

    assertEquals(
        List.of(
            Tier.of(BigDecimal.ZERO, new BigDecimal("1.20")),
            Tier.of(new BigDecimal("300000"), new BigDecimal("2"))),
        terms.rules().get(0).rate().tiers());
    assertEquals(terms, json.read(json.write(terms), PlanTerms.class));
  }

  @Test
  void a_bonus_is_kept() {
    Tier tier = new Tier(BigDecimal.TEN, BigDecimal.ZERO, new BigDecimal("4100.50"));

    assertEquals(tier, json.read(json.write(tier), Tier.class));
  }
}
