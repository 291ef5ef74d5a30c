package org.kartoteka.itests.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kartoteka.itests.harness.Answer;
import org.kartoteka.itests.harness.Api;
import org.kartoteka.itests.harness.JavaMachine;
import org.kartoteka.itests.harness.Product;
import org.kartoteka.itests.harness.RunningProduct;
import org.kartoteka.itests.harness.Waiting;

/** The life of every feature bundle: used, stopped, started, updated, removed and installed. */
@ExtendWith(RunningProduct.class)
class FeatureLifeIT {

  private static final Duration SOON = Duration.ofSeconds(30);

  private final Product product;
  private final Api api;

  FeatureLifeIT(Product product) {
    this.product = product;
    this.api = product.api();
  }

  @ParameterizedTest
  @MethodSource("org.kartoteka.itests.features.FeatureJar#all")
  void a_feature_comes_and_goes_and_keeps_its_data(FeatureJar jar) {
    String id = jar.id();
    FeatureUse use = FeatureUse.ALL.get(id);
    assertNotNull(use, "FeatureUse does not say how " + id + " is used");
    assertEquals("ACTIVE", state(id));
    assertFalse(feature(id).path("contributes").isEmpty());

    String name = "Life of " + id;
    String record = use.write(api, name);
    assertTrue(use.isThere(api, record, name), id + " as it was written");

    List<String> kinds = retentionKinds(id, false);
    kinds.forEach(kind -> api.put("retention-rules/" + kind, Map.of("months", 1200)).expect(200));

    switchTo(id, "STOPPED");
    assertAway(id, use);
    assertEquals(kinds, retentionKinds(id, true), "the rules are there and rest");
    coreWorks();

    switchTo(id, "ACTIVE");
    assertTrue(use.isThere(api, record, name), "after stop and start");
    assertEquals(kinds, retentionKinds(id, false), "the rules count again");

    install(id + "-9.0.0.jar", jar.withVersion("9.0.0"));
    assertEquals("9.0.0", feature(id).path("version").asText());
    assertEquals("ACTIVE", state(id));
    assertTrue(use.isThere(api, record, name), "after the update");
    String second = use.write(api, name + " 2");

    api.delete("features/" + id).expect(204);
    api.get("features/" + id).expect(404);
    api.get(use.path()).expect(404);
    assertFalse(openApi().has("/api/v1/" + use.path()));
    coreWorks();

    install(id + ".jar", jar.content());
    assertEquals("ACTIVE", state(id));
    assertTrue(use.isThere(api, record, name), "after removal and installation");
    assertTrue(use.isThere(api, second, name + " 2"), "after removal and installation");
    assertOnlyThePresentIsLeft(id);
  }

  /** The kinds of data of the feature that may be kept for a time only. */
  private List<String> retentionKinds(String feature, boolean resting) {
    List<String> kinds = new ArrayList<>();
    for (JsonNode rule : api.get("retention-rules").expect(200).json().path("items")) {
      if (rule.path("feature").asText().equals(feature)
          && rule.path("resting").asBoolean() == resting) {
        kinds.add(rule.path("kind").asText());
      }
    }
    return kinds;
  }

  private void assertAway(String id, FeatureUse use) {
    Answer answer = api.get(use.path()).expect(404);
    assertTrue(
        answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem"),
        answer::toString);
    String title = feature(id).path("title").asText();
    assertTrue(answer.body().contains(title) || answer.body().contains(id), answer::toString);
    assertEquals("STOPPED", state(id));
  }

  /** Of all versions that were there, the class loader of the present one alone may stay. */
  private void assertOnlyThePresentIsLeft(String id) {
    JavaMachine java = new JavaMachine(product.java());
    String packageName = "org.kartoteka." + id.replace('-', '.') + ".internal";
    Waiting.until(
        "one class loader of " + id + " left",
        SOON,
        () -> {
          long left = java.loadersWith(packageName);
          if (left > 1) {
            throw new IllegalStateException(left + " class loaders are left");
          }
          return true;
        });
  }

  private void coreWorks() {
    String id =
        api.post("parties", Map.of("kind", "ORGANISATION", "name", "Core works")).expect(201).id();
    api.get("parties/" + id).expect(200);
    api.get("health").expect(200);
  }

  private void switchTo(String id, String state) {
    Answer answer = api.patch("features/" + id, Map.of("state", state)).expect(200);
    assertEquals(state, answer.json().path("state").asText());
  }

  private void install(String fileName, byte[] jar) {
    api.form("features", fileName, jar, Map.of()).expect(201);
  }

  private JsonNode feature(String id) {
    return api.get("features/" + id).expect(200).json();
  }

  private String state(String id) {
    return feature(id).path("state").asText();
  }

  private JsonNode openApi() {
    return api.get("openapi.json").expect(200).json().path("paths");
  }
}
