package org.kartoteka.oidc.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.kartoteka.platform.api.identity.IdentityRules;
import org.kartoteka.platform.api.identity.ProviderAnswer;
import org.kartoteka.platform.api.identity.ProviderLogout;
import org.kartoteka.platform.api.identity.ProviderSettings;
import org.kartoteka.platform.api.identity.ProviderVisit;
import org.kartoteka.platform.api.identity.RedirectProvider;
import org.kartoteka.platform.api.problem.ProviderUnavailable;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.ProviderSession;
import org.kartoteka.platform.api.settings.Installation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs people in by OpenID Connect: authorization code with PKCE. Nothing that the provider says
 * of itself is remembered for that, so that keys it has taken back are believed by nobody.
 */
final class OidcProvider implements RedirectProvider {

  private static final Logger LOG = LoggerFactory.getLogger(OidcProvider.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> CLAIMS = new TypeReference<>() {};
  private static final int RANDOM_BYTES = 32;

  /** Anybody may send messages that are signed by nobody; the keys are not asked for each. */
  private static final Duration KEYS_REMEMBERED = Duration.ofSeconds(10);

  private final String id;
  private final ProviderSettings settings;
  private final Clock clock;
  private final Webs webs;
  private final SecureRandom random = new SecureRandom();
  private volatile Remembered remembered = new Remembered("", null, Instant.MIN);

  private record Remembered(String issuer, JWKSet keys, Instant until) {}

  OidcProvider(String id, ProviderSettings settings, Clock clock, Installation installation) {
    this.id = id;
    this.settings = settings;
    this.clock = clock;
    this.webs = new Webs(installation);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String title() {
    return present().get(OidcSettings.TITLE);
  }

  @Override
  public boolean isInUse() {
    return present().is(OidcSettings.IN_USE);
  }

  @Override
  public IdentityRules rules() {
    return IdentityRules.of(settings.of(id));
  }

  private OidcSettings present() {
    return new OidcSettings(settings.of(id));
  }

  @Override
  public ProviderVisit begin(URI back, boolean anew) {
    OidcSettings present = present();
    Metadata provider = metadata(present);
    String state = random();
    String nonce = random();
    String verifier = random();
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("response_type", "code");
    asked.put("client_id", present.get(OidcSettings.CLIENT));
    asked.put("redirect_uri", back.toString());
    asked.put("scope", present.get(OidcSettings.SCOPES));
    asked.put("state", state);
    asked.put("nonce", nonce);
    asked.put("code_challenge", challenge(verifier));
    asked.put("code_challenge_method", "S256");
    if (anew) {
      asked.put("prompt", "login");
      asked.put("max_age", "0");
    }
    URI address = Address.with(provider.authorization(), asked);
    return new ProviderVisit(id, address, state, nonce, verifier, back, anew, clock.instant());
  }

  private Metadata metadata(OidcSettings present) {
    try {
      return Metadata.of(present.get(OidcSettings.ISSUER), web(present));
    } catch (IOException e) {
      throw unavailable(present, e);
    }
  }

  private Web web(OidcSettings present) throws IOException {
    return webs.of(present.values());
  }

  private static ProviderUnavailable unavailable(OidcSettings present, Exception cause) {
    LOG.warn("The provider {} does not answer", present.get(OidcSettings.ISSUER), cause);
    return new ProviderUnavailable(present.get(OidcSettings.TITLE), cause);
  }

  private String random() {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return base64(bytes);
  }

  private static String challenge(String verifier) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return base64(digest.digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public ProviderAnswer finish(ProviderVisit visit, Map<String, String> answer) {
    OidcSettings present = present();
    Metadata provider = metadata(present);
    demandAnswer(visit, answer, provider);
    JsonNode tokens = tokens(visit, answer.get("code"), present, provider);
    String token = tokens.path("id_token").asText();
    try {
      IdToken.Expected expected =
          new IdToken.Expected(provider.issuer(), present.get(OidcSettings.CLIENT), visit.nonce());
      JWKSet keys = keys(provider, present);
      IdToken right = IdToken.of(token, keys, expected, clock.instant());
      if (visit.anew()) {
        right.demandProofSince(visit.begun());
      }
      Claims claims = new Claims(right.claims().getClaims(), present);
      if (!claims.isComplete() && provider.userInfo() != null) {
        claims = claims.completedBy(userInfo(tokens, provider, present, keys));
      }
      return new ProviderAnswer(
          claims.identity(), new ProviderSession(id, claims.session(), token));
    } catch (SignedToken.Wrong wrong) {
      LOG.warn("What {} tells proves nothing", provider.issuer(), wrong);
      throw new Refused("oidc.answer.wrong", present.get(OidcSettings.TITLE));
    }
  }

  private Map<String, Object> userInfo(
      JsonNode tokens, Metadata provider, OidcSettings present, JWKSet keys)
      throws SignedToken.Wrong {
    try {
      Web.Answer told =
          web(present).claims(provider.userInfo(), tokens.path("access_token").asText());
      return told.isToken()
          ? UserInfoToken.claims(
              told.text(), keys, provider.issuer(), present.get(OidcSettings.CLIENT))
          : JSON.convertValue(told.json(), CLAIMS);
    } catch (IOException | IllegalArgumentException e) {
      throw unavailable(present, e);
    }
  }

  /** The answer must belong to this visit and come from this provider. */
  private void demandAnswer(ProviderVisit visit, Map<String, String> answer, Metadata provider) {
    boolean ours = same(visit.state(), answer.get("state"));
    String issuer = answer.get("iss");
    boolean named = issuer == null ? !provider.namesItself() : issuer.equals(provider.issuer());
    if (!ours || !named) {
      throw new Refused("oidc.answer.wrong", title());
    }
    if (answer.containsKey("error") || answer.getOrDefault("code", "").isEmpty()) {
      LOG.info("{} did not sign somebody in: {}", provider.issuer(), answer.get("error"));
      throw new Refused("oidc.answer.refused", title());
    }
  }

  private static boolean same(String expected, String given) {
    return given != null
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private JsonNode tokens(
      ProviderVisit visit, String code, OidcSettings present, Metadata provider) {
    String client = present.get(OidcSettings.CLIENT);
    Optional<String> secret = settings.secret(id);
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", visit.back().toString());
    form.put("client_id", client);
    form.put("code_verifier", visit.verifier());
    boolean inForm =
        !provider.clientProofs().isEmpty()
            && !provider.clientProofs().contains("client_secret_basic");
    if (inForm) {
      secret.ifPresent(one -> form.put("client_secret", one));
    }
    try {
      return web(present)
          .post(
              provider.token(),
              form,
              secret.filter(one -> !inForm).map(one -> basic(client, one)).orElse(null));
    } catch (IOException e) {
      LOG.warn("{} gave no token", provider.issuer(), e);
      throw new Refused("oidc.answer.refused", present.get(OidcSettings.TITLE));
    }
  }

  private static String basic(String client, String secret) {
    String pair = Address.encoded(client) + ":" + Address.encoded(secret);
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII));
  }

  private JWKSet keys(Metadata provider, OidcSettings present) {
    try {
      return JWKSet.parse(web(present).get(provider.keys()).toString());
    } catch (IOException | ParseException e) {
      throw unavailable(present, e);
    }
  }

  @Override
  public Optional<URI> farewell(ProviderSession session, URI back) {
    OidcSettings present = present();
    if (!present.is(OidcSettings.FAREWELL)) {
      return Optional.empty();
    }
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("client_id", present.get(OidcSettings.CLIENT));
    asked.put("post_logout_redirect_uri", back.toString());
    if (session.hint() != null) {
      asked.put("id_token_hint", session.hint());
    }
    try {
      Metadata provider = Metadata.of(present.get(OidcSettings.ISSUER), web(present));
      return Optional.ofNullable(provider.endSession()).map(end -> Address.with(end, asked));
    } catch (IOException e) {
      LOG.warn("{} cannot be told of a sign-out", present.get(OidcSettings.ISSUER), e);
      return Optional.empty();
    }
  }

  @Override
  public ProviderLogout logout(String token) {
    OidcSettings present = present();
    try {
      SignedToken.demandForm(token);
      return LogoutToken.of(
          token,
          rememberedKeys(present),
          present.get(OidcSettings.ISSUER),
          present.get(OidcSettings.CLIENT),
          clock.instant());
    } catch (SignedToken.Wrong wrong) {
      LOG.warn("A logout token for {} proves nothing", present.get(OidcSettings.ISSUER), wrong);
      throw new Refused("oidc.answer.wrong", present.get(OidcSettings.TITLE));
    }
  }

  private JWKSet rememberedKeys(OidcSettings present) {
    Remembered known = remembered;
    Instant now = clock.instant();
    String issuer = present.get(OidcSettings.ISSUER);
    if (known.issuer().equals(issuer) && now.isBefore(known.until())) {
      return known.keys();
    }
    JWKSet keys = keys(metadata(present), present);
    remembered = new Remembered(issuer, keys, now.plus(KEYS_REMEMBERED));
    return keys;
  }
}
