package org.kartoteka.itests.features;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.kartoteka.itests.harness.Answer;
import org.kartoteka.itests.harness.Api;

/** A competitor and one of its products. */
final class CompetitorsUse implements FeatureUse {

  @Override
  public String path() {
    return "competitors";
  }

  @Override
  public String write(Api api, String name) {
    JsonNode competitor =
        api.post("competitors", Map.of("name", name, "strengths", "near us")).expect(201).json();
    String id = competitor.path("partyId").asText(competitor.path("id").asText());
    api.post("competitors/" + id + "/products", Map.of("name", name + " 500")).expect(201);
    return id;
  }

  @Override
  public boolean isThere(Api api, String id, String name) {
    Answer competitor = api.get("competitors/" + id);
    return competitor.status() == 200
        && competitor.json().path("strengths").asText().equals("near us")
        && api.get("competitors/" + id + "/products").expect(200).body().contains(name + " 500");
  }
}
