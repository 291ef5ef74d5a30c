package org.kartoteka.itests.features;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.kartoteka.itests.harness.Answer;
import org.kartoteka.itests.harness.Api;

/** A contract with one line, numbered from the series of its type. */
final class ContractsUse implements FeatureUse {

  @Override
  public String path() {
    return "contracts";
  }

  @Override
  public String write(Api api, String name) {
    String party =
        api.post("parties", Map.of("kind", "ORGANISATION", "name", name)).expect(201).id();
    return api.post(
            "contracts",
            Map.of(
                "partyId",
                party,
                "typeId",
                type(api),
                "subject",
                name,
                "startsOn",
                "2026-01-01",
                "currency",
                "EUR",
                "lines",
                List.of(Map.of("name", "Guard", "unitPrice", 100, "everyMonths", 1))))
        .expect(201)
        .id();
  }

  @Override
  public boolean isThere(Api api, String id, String name) {
    Answer contract = api.get("contracts/" + id);
    return contract.status() == 200
        && contract.json().path("subject").asText().equals(name)
        && contract.json().path("lines").path(0).path("name").asText().equals("Guard");
  }

  private static String type(Api api) {
    JsonNode types = api.get("contracts/types").expect(200).json().path("items");
    if (!types.isEmpty()) {
      return types.path(0).path("id").asText();
    }
    String series =
        api.post("contracts/number-series", Map.of("name", "All", "pattern", "K/{yyyy}/{nnnn}"))
            .expect(201)
            .id();
    return api.post(
            "contracts/types", Map.of("code", "service", "name", "Service", "series", series))
        .expect(201)
        .id();
  }
}
