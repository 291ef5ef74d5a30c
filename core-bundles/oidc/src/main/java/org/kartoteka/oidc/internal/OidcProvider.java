package org.kartoteka.oidc.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kartoteka.platform.api.identity.Identity;
import org.kartoteka.platform.api.identity.IdentityRules;
import org.kartoteka.platform.api.identity.ProviderSettings;
import org.kartoteka.platform.api.identity.ProviderSetup;
import org.kartoteka.platform.api.identity.ProviderVisit;
import org.kartoteka.platform.api.identity.RedirectProvider;
import org.kartoteka.platform.api.problem.ProviderUnavailable;
import org.kartoteka.platform.api.problem.Refused;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs people in by OpenID Connect: authorization code with PKCE. Nothing that the provider says
 * of itself is remembered, so that keys it has taken back are believed by nobody.
 */
@Component(service = {RedirectProvider.class, ProviderSetup.class, OidcProvider.class})
public final class OidcProvider implements RedirectProvider, ProviderSetup {

  /** The id of this provider. */
  public static final String ID = "oidc";

  private static final Logger LOG = LoggerFactory.getLogger(OidcProvider.class);
  private static final int RANDOM_BYTES = 32;

  private final ProviderSettings settings;
  private final Clock clock;
  private final Web web = new Web();
  private final SecureRandom random = new SecureRandom();

  @Activate
  public OidcProvider(@Reference ProviderSettings settings, @Reference Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String id() {
    return ID;
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
    return IdentityRules.of(settings.of(ID));
  }

  private OidcSettings present() {
    return new OidcSettings(settings.of(ID));
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
    return new ProviderVisit(ID, address, state, nonce, verifier, back, anew, clock.instant());
  }

  private Metadata metadata(OidcSettings present) {
    try {
      return Metadata.of(present.get(OidcSettings.ISSUER), web);
    } catch (IOException e) {
      throw unavailable(present, e);
    }
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
  public Identity finish(ProviderVisit visit, Map<String, String> answer) {
    OidcSettings present = present();
    Metadata provider = metadata(present);
    demandAnswer(visit, answer, provider);
    String token = token(visit, answer.get("code"), present, provider);
    try {
      IdToken.Expected expected =
          new IdToken.Expected(provider.issuer(), present.get(OidcSettings.CLIENT), visit.nonce());
      IdToken right = IdToken.of(token, keys(provider, present), expected, clock.instant());
      if (visit.anew()) {
        right.demandProofSince(visit.begun());
      }
      return new Claims(right.claims(), present).identity();
    } catch (IdToken.Wrong wrong) {
      LOG.warn("An ID token of {} proves nothing", provider.issuer(), wrong);
      throw new Refused("oidc.answer.wrong", present.get(OidcSettings.TITLE));
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

  private String token(ProviderVisit visit, String code, OidcSettings present, Metadata provider) {
    String client = present.get(OidcSettings.CLIENT);
    Optional<String> secret = settings.secret(ID);
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
      JsonNode tokens =
          web.post(
              provider.token(),
              form,
              secret.filter(one -> !inForm).map(one -> basic(client, one)).orElse(null));
      return tokens.path("id_token").asText();
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
      return JWKSet.parse(web.get(provider.keys()).toString());
    } catch (IOException | ParseException e) {
      throw unavailable(present, e);
    }
  }

  @Override
  public Optional<URI> farewell(URI back) {
    OidcSettings present = present();
    if (!present.is(OidcSettings.FAREWELL)) {
      return Optional.empty();
    }
    try {
      Metadata provider = Metadata.of(present.get(OidcSettings.ISSUER), web);
      return Optional.ofNullable(provider.endSession())
          .map(
              end ->
                  Address.with(
                      end,
                      Map.of(
                          "client_id", present.get(OidcSettings.CLIENT),
                          "post_logout_redirect_uri", back.toString())));
    } catch (IOException e) {
      LOG.warn("{} cannot be told of a sign-out", present.get(OidcSettings.ISSUER), e);
      return Optional.empty();
    }
  }

  /** What holds where nothing was chosen. */
  public static Map<String, String> usual() {
    return OidcSettings.USUAL;
  }

  @Override
  public Set<String> names() {
    return OidcSettings.NAMES;
  }

  @Override
  public Map<String, String> values() {
    return settings.of(ID);
  }

  @Override
  public boolean hasSecret() {
    return settings.secret(ID).isPresent();
  }

  @Override
  public void change(Map<String, String> values, String secret) {
    OidcSettings wanted = new OidcSettings(values);
    if (wanted.is(OidcSettings.IN_USE)) {
      wanted.check();
      metadata(wanted);
    }
    settings.change(ID, values, secret);
  }
}
