package org.kartoteka.oidc.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kartoteka.platform.api.identity.Identity;
import org.kartoteka.platform.api.identity.ProviderAnswer;
import org.kartoteka.platform.api.identity.ProviderVisit;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.ProviderSession;
import org.kartoteka.testing.FakeProviderSettings;

/** Against a provider that runs in this very test, over HTTP. */
class OidcProviderTest {

  private static final URI BACK = URI.create("http://localhost:8080/sign-in");
  private static final String CLIENT = "kartoteka";

  private static final MockOAuth2Server SERVER = new MockOAuth2Server();

  private final FakeProviderSettings settings = new FakeProviderSettings();
  private final OidcProviders kind =
      new OidcProviders(settings, Clock.systemUTC(), new EmptyInstallation());
  private final OidcProvider provider = (OidcProvider) kind.provider("company");
  private final HttpClient browser = HttpClient.newHttpClient();
  private final Map<String, String> values = new HashMap<>();

  @BeforeAll
  static void open() throws Exception {
    SERVER.start();
  }

  @AfterAll
  static void close() {
    SERVER.shutdown();
  }

  @BeforeEach
  void setUp() {
    values.put(OidcSettings.IN_USE, "true");
    values.put(OidcSettings.ISSUER, SERVER.issuerUrl("company").toString());
    values.put(OidcSettings.CLIENT, CLIENT);
    change(values, "secret of the client");
  }

  @Test
  void tellsWhoHasComeBack() throws Exception {
    answers(
        "subject-1",
        CLIENT,
        Map.of(
            "preferred_username", "eva",
            "name", "Eva Kowalska",
            "email", "eva@example.org",
            "email_verified", true,
            "locale", "pl",
            "groups", List.of("/sales")),
        60);

    Identity eva = visit().identity();

    assertEquals(
        new Identity(
            values.get(OidcSettings.ISSUER),
            "subject-1",
            "eva",
            "Eva Kowalska",
            "eva@example.org",
            true,
            "pl",
            Set.of("/sales"),
            false),
        eva);
  }

  @Test
  void theProviderIsAskedWithStateNonceAndChallenge() {
    ProviderVisit one = provider.begin(BACK, false);
    ProviderVisit other = provider.begin(BACK, true);
    Map<String, String> asked = parameters(one.address());

    assertEquals("code", asked.get("response_type"));
    assertEquals(one.state(), asked.get("state"));
    assertEquals(one.nonce(), asked.get("nonce"));
    assertEquals("S256", asked.get("code_challenge_method"));
    assertNotEquals(one.verifier(), asked.get("code_challenge"));
    assertFalse(one.address().toString().contains(one.verifier()));
    assertEquals(4, Set.of(one.state(), one.nonce(), other.state(), other.nonce()).size());
    assertFalse(asked.containsKey("prompt"));
    assertEquals("login", parameters(other.address()).get("prompt"));
    assertEquals("0", parameters(other.address()).get("max_age"));
  }

  @Test
  void groupsMayLieWithinOtherClaimsAndAFactorMayBeShownThere() throws Exception {
    values.put(OidcSettings.GROUPS_CLAIM, "realm_access.roles");
    values.put(OidcSettings.STRONG, "mfa gold");
    change(values, null);
    Map<String, Object> claims =
        Map.of("realm_access", Map.of("roles", List.of("sales", "audit")), "acr", "gold");
    answers("subject-1", CLIENT, claims, 60);

    Identity eva = visit().identity();

    assertEquals(Set.of("sales", "audit"), eva.groups());
    assertTrue(eva.secondFactor());
    assertEquals("subject-1", eva.name(), "without any name");
  }

  @Test
  void anAnswerToAnotherVisitProvesNothing() throws Exception {
    ProviderVisit mine = provider.begin(BACK, false);
    ProviderVisit foreign = provider.begin(BACK, false);
    Map<String, String> answer = answerTo(foreign);

    assertThrows(Refused.class, () -> provider.finish(mine, answer), "foreign state");
    Map<String, String> forged = new HashMap<>(answer);
    forged.put("state", mine.state());
    assertThrows(Refused.class, () -> provider.finish(mine, forged), "foreign code");
    assertThrows(Refused.class, () -> provider.finish(mine, Map.of()), "nothing");
  }

  @Test
  void anAnswerServesOnce() throws Exception {
    ProviderVisit visit = provider.begin(BACK, false);
    Map<String, String> answer = answerTo(visit);
    provider.finish(visit, answer);

    assertThrows(Refused.class, () -> provider.finish(visit, answer));
  }

  @Test
  void anotherNonceProvesNothing() throws Exception {
    ProviderVisit visit = provider.begin(BACK, false);
    Map<String, String> answer = answerTo(visit);

    assertThrows(
        Refused.class,
        () ->
            provider.finish(
                new ProviderVisit(
                    visit.provider(),
                    visit.address(),
                    visit.state(),
                    "another",
                    visit.verifier(),
                    visit.back(),
                    false,
                    visit.begun()),
                answer));
  }

  @Test
  void aCodeWithoutItsVerifierOpensNothing() throws Exception {
    ProviderVisit visit = provider.begin(BACK, false);
    Map<String, String> answer = answerTo(visit);

    assertThrows(
        Refused.class,
        () ->
            provider.finish(
                new ProviderVisit(
                    visit.provider(),
                    visit.address(),
                    visit.state(),
                    visit.nonce(),
                    visit.state(),
                    visit.back(),
                    false,
                    visit.begun()),
                answer));
  }

  @Test
  void aTokenForSomebodyElseProvesNothing() {
    answers("subject-1", CLIENT, Map.of("aud", List.of("another-client")), 60);
    assertThrows(Refused.class, this::visit);
  }

  @Test
  void anExpiredTokenProvesNothing() {
    answers("subject-1", CLIENT, Map.of(), -120);

    assertThrows(Refused.class, this::visit);
  }

  @Test
  void aRefusalOfTheProviderIsTold() {
    ProviderVisit visit = provider.begin(BACK, false);

    Refused refused =
        assertThrows(
            Refused.class,
            () -> provider.finish(visit, Map.of("state", visit.state(), "error", "access_denied")));

    assertEquals("oidc.answer.refused", refused.key());
  }

  @Test
  void anAnswerOfAnotherIssuerProvesNothing() throws Exception {
    ProviderVisit visit = provider.begin(BACK, false);
    Map<String, String> answer = answerTo(visit);
    answer.put("iss", "https://attacker.example");

    assertThrows(Refused.class, () -> provider.finish(visit, answer));
  }

  @Test
  void aProofMadeAnewMustBeNew() throws Exception {
    long now = Instant.now().getEpochSecond();

    assertEquals("eva", afterAsking("{\"auth_time\":" + now + "}").subject());
    assertThrows(Refused.class, () -> afterAsking("{\"auth_time\":" + (now - 3600) + "}"));
    assertThrows(Refused.class, () -> afterAsking("{}"));
  }

  /** The provider asks the person anew, who gives a name. */
  private Identity afterAsking(String claims) throws Exception {
    ProviderVisit visit = provider.begin(BACK, true);
    String form = Address.form(Map.of("username", "eva", "claims", claims));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(visit.address())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    return provider.finish(visit, answerTo(request)).identity();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://id.example.org",
        "https://user@id.example.org",
        "ftp://id.example.org",
        "id.example.org",
        ""
      })
  void anIssuerIsReachedEncrypted(String issuer) {
    values.put(OidcSettings.ISSUER, issuer);

    assertRefused(OidcSettings.ISSUER, "encryptedAddress");
  }

  private void assertRefused(String field, String code) {
    InvalidInput refused = assertThrows(InvalidInput.class, () -> change(values, null));

    assertEquals(List.of(FieldError.of(field, code)), refused.errors());
  }

  private void change(Map<String, String> wanted, String secret) {
    kind.check(wanted, secret != null);
    settings.change("company", wanted, secret);
  }

  @Test
  void whoDoesNotAnswerCannotBeUsed() {
    values.put(OidcSettings.ISSUER, "http://localhost:1/company");

    assertRefused(OidcSettings.ISSUER, "issuerSilent");
  }

  @Test
  void whoSignsOutHereMaySignOutThere() throws Exception {
    answers("subject-1", CLIENT, Map.of("sid", "session-1"), 60);
    ProviderSession session = visit().session();
    assertEquals("session-1", session.id());
    assertEquals("company", session.provider());

    assertTrue(provider.farewell(session, BACK).isEmpty());
    values.put(OidcSettings.FAREWELL, "true");
    change(values, null);

    Map<String, String> asked = parameters(provider.farewell(session, BACK).orElseThrow());

    assertEquals(BACK.toString(), asked.get("post_logout_redirect_uri"));
    assertEquals(CLIENT, asked.get("client_id"));
    assertEquals(
        "subject-1", SignedJWT.parse(asked.get("id_token_hint")).getJWTClaimsSet().getSubject());
  }

  private static void answers(
      String subject, String audience, Map<String, Object> claims, long seconds) {
    SERVER.enqueueCallback(
        new DefaultOAuth2TokenCallback(
            "company", subject, "JWT", List.of(audience), claims, seconds));
  }

  private ProviderAnswer visit() throws Exception {
    ProviderVisit visit = provider.begin(BACK, false);
    return provider.finish(visit, answerTo(visit));
  }

  /** What a browser brings back that is sent to the provider. */
  private Map<String, String> answerTo(ProviderVisit visit) throws Exception {
    return answerTo(HttpRequest.newBuilder(visit.address()));
  }

  private Map<String, String> answerTo(HttpRequest.Builder request) throws Exception {
    HttpResponse<String> sent = browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertEquals(302, sent.statusCode(), sent::body);
    return parameters(URI.create(sent.headers().firstValue("Location").orElseThrow()));
  }

  private static Map<String, String> parameters(URI address) {
    Map<String, String> parameters = new HashMap<>();
    for (String pair : address.getRawQuery().split("&")) {
      String[] both = pair.split("=", 2);
      parameters.put(both[0], URLDecoder.decode(both[1], StandardCharsets.UTF_8));
    }
    return parameters;
  }
}
