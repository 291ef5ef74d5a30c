package org.kartoteka.itests.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;

/** What the HTTP API answered. */
public record Answer(int status, HttpHeaders headers, String body) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The body as JSON. */
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + this, e);
    }
  }

  /** This answer, if it has the status; else a failure that shows it. */
  public Answer expect(int wanted) {
    if (status != wanted) {
      throw new AssertionError("expected " + wanted + ": " + this);
    }
    return this;
  }

  /** The id of the record in the body. */
  public String id() {
    return json().path("id").asText();
  }

  @Override
  public String toString() {
    return status + " " + (body.length() > 2000 ? body.substring(0, 2000) + "..." : body);
  }
}
