package org.kartoteka.itests.features;

import java.util.List;
import java.util.Map;
import org.kartoteka.itests.harness.Answer;
import org.kartoteka.itests.harness.Api;

/** A draft of an invoice with one line. */
final class SalesUse implements FeatureUse {

  @Override
  public String path() {
    return "sales/documents";
  }

  @Override
  public String write(Api api, String name) {
    String party =
        api.post("parties", Map.of("kind", "ORGANISATION", "name", name)).expect(201).id();
    api.put("sales/tax-rates", Map.of("code", "23", "validFrom", "2011-01-01", "percent", 23))
        .expect(200);
    return api.post(
            "sales/documents",
            Map.of(
                "partyId",
                party,
                "currency",
                "PLN",
                "lines",
                List.of(Map.of("name", "Guard", "quantity", 2, "unitPrice", 50, "taxCode", "23"))))
        .expect(201)
        .id();
  }

  @Override
  public boolean isThere(Api api, String id, String name) {
    Answer document = api.get("sales/documents/" + id);
    return document.status() == 200
        && document.json().path("gross").asText().equals("123.00")
        && document.json().path("lines").path(0).path("name").asText().equals("Guard");
  }
}
