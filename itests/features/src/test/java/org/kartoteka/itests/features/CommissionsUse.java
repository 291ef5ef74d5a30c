package org.kartoteka.itests.features;

import java.util.List;
import java.util.Map;
import org.kartoteka.itests.harness.Answer;
import org.kartoteka.itests.harness.Api;

/** A plan with a version, with a bonus for a quota. */
final class CommissionsUse implements FeatureUse {

  @Override
  public String path() {
    return "commissions/plans";
  }

  @Override
  public String write(Api api, String name) {
    String id =
        api.post("commissions/plans", Map.of("name", name)).expect(201).json().path("id").asText();
    api.post(
            "commissions/plans/" + id + "/versions",
            Map.of("validFrom", "2026-01-01", "terms", Map.of("rules", List.of(rule()))))
        .expect(200);
    return id;
  }

  @Override
  public boolean isThere(Api api, String id, String name) {
    Answer plan = api.get("commissions/plans/" + id);
    return plan.status() == 200
        && plan.json().path("name").asText().equals(name)
        && api.get("commissions/plans/" + id + "/versions")
            .expect(200)
            .json()
            .findValuesAsText("bonus")
            .equals(List.of("4100.5"));
  }

  private static Map<String, Object> rule() {
    return Map.of(
        "key", "turnover",
        "trigger", "PAYMENT",
        "base", "NET",
        "currency", "PLN",
        "rate",
            Map.of(
                "kind",
                "TIERS_MARGINAL",
                "per",
                "QUARTER",
                "tiers",
                List.of(Map.of("from", 300000, "percent", "2.5", "bonus", "4100.5"))));
  }
}
