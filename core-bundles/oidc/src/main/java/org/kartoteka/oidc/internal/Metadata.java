package org.kartoteka.oidc.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * What a provider says of itself (OpenID Connect Discovery).
 *
 * @param userInfo where more is told of people; null when it is not
 * @param endSession null when it has none
 * @param clientProofs how a client may prove at the token endpoint who it is
 */
record Metadata(
    String issuer,
    URI authorization,
    URI token,
    URI keys,
    URI userInfo,
    URI endSession,
    List<String> clientProofs,
    boolean namesItself) {

  private static final String DOCUMENT = "/.well-known/openid-configuration";

  /**
   * Reads it.
   *
   * @throws IOException when it cannot be had, or tells of somebody else
   */
  static Metadata of(String issuer, Web web) throws IOException {
    JsonNode json = web.get(URI.create(issuer.replaceAll("/$", "") + DOCUMENT));
    if (!json.path("issuer").asText().equals(issuer)) {
      throw new IOException("The document is that of " + json.path("issuer").asText());
    }
    List<String> proofs = new ArrayList<>();
    json.path("token_endpoint_auth_methods_supported").forEach(one -> proofs.add(one.asText()));
    return new Metadata(
        issuer,
        address(json, "authorization_endpoint"),
        address(json, "token_endpoint"),
        address(json, "jwks_uri"),
        json.hasNonNull("userinfo_endpoint") ? address(json, "userinfo_endpoint") : null,
        json.hasNonNull("end_session_endpoint") ? address(json, "end_session_endpoint") : null,
        proofs,
        json.path("authorization_response_iss_parameter_supported").asBoolean());
  }

  private static URI address(JsonNode json, String name) throws IOException {
    String text = json.path(name).asText();
    if (!Address.isSafe(text)) {
      throw new IOException(name + " is no safe address: " + text);
    }
    return URI.create(text);
  }
}
