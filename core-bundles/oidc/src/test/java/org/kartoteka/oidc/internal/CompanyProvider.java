package org.kartoteka.oidc.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A small OpenID provider that answers what the test wants it to, where a ready one is too right:
 * with few claims in its ID tokens, with user info of somebody else, with a certificate of its own.
 */
final class CompanyProvider implements AutoCloseable {

  static final String CLIENT = "kartoteka";

  private final HttpServer server;
  private final String certificate;
  private final RSAKey key;
  private volatile boolean told = true;
  private volatile String signedUserInfo;
  final Map<String, Object> idClaims = new ConcurrentHashMap<>();
  final Map<String, Object> userInfo = new ConcurrentHashMap<>();

  /** How often each of its addresses was asked. */
  final Map<String, Integer> asked = new ConcurrentHashMap<>();

  private CompanyProvider(HttpServer server, String certificate) throws JOSEException {
    this.server = server;
    this.certificate = certificate;
    key = new RSAKeyGenerator(2048).keyID("one").generate();
    server.createContext("/", this::answer);
    server.start();
  }

  /** One that is asked over plain HTTP, on this machine. */
  static CompanyProvider plain() throws Exception {
    return new CompanyProvider(HttpServer.create(here(), 0), null);
  }

  /**
   * One that is asked over HTTPS.
   *
   * @param host for whom its certificate is made out, such as {@code dns:localhost}
   */
  static CompanyProvider secure(Path folder, String host) throws Exception {
    KeyStore keys = keys(folder.resolve("keys.p12"), host);
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, "changeit".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    HttpsServer server = HttpsServer.create(here(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    String certificate =
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(keys.getCertificate("server").getEncoded())
            + "\n-----END CERTIFICATE-----\n";
    return new CompanyProvider(server, certificate);
  }

  private static InetSocketAddress here() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private static KeyStore keys(Path file, String host) throws Exception {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=provider",
                "-ext",
                "san=" + host,
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                file.toString())
            .inheritIO()
            .start();
    if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
      throw new IOException("keytool failed");
    }
    return KeyStore.getInstance(file.toFile(), "changeit".toCharArray());
  }

  String issuer() {
    String scheme = certificate == null ? "http" : "https";
    return scheme + "://localhost:" + server.getAddress().getPort();
  }

  /** From now on it fails to tell of people. */
  void withoutUserInfo() {
    told = false;
  }

  /** From now on it tells of people in this token. */
  void withUserInfo(String token) {
    signedUserInfo = token;
  }

  /** Its certificate in PEM form. */
  String certificate() {
    return certificate;
  }

  /** Settings that reach it, with its certificate when it has one. */
  Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put(OidcSettings.IN_USE, "true");
    settings.put(OidcSettings.ISSUER, issuer());
    settings.put(OidcSettings.CLIENT, CLIENT);
    return settings;
  }

  /** A token that it has signed. */
  String signed(JWTClaimsSet claims) throws JOSEException {
    SignedJWT token =
        new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("one").build(), claims);
    token.sign(new RSASSASigner(key));
    return token.serialize();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.merge(path, 1, Integer::sum);
    try (exchange) {
      Object answer =
          switch (path) {
            case "/.well-known/openid-configuration" -> document();
            case "/keys" -> new JWKSet(key.toPublicJWK()).toJSONObject();
            case "/token" -> Map.of("id_token", idToken(), "access_token", "access");
            case "/userinfo" -> isOurs(exchange) ? userInfo : null;
            default -> null;
          };
      boolean token = path.equals("/userinfo") && signedUserInfo != null;
      byte[] body =
          token
              ? signedUserInfo.getBytes(StandardCharsets.US_ASCII)
              : new ObjectMapper().writeValueAsBytes(answer);
      exchange
          .getResponseHeaders()
          .set("Content-Type", token ? "application/jwt; charset=utf-8" : "application/json");
      exchange.sendResponseHeaders(answer == null ? 404 : 200, body.length);
      exchange.getResponseBody().write(body);
    } catch (JOSEException e) {
      throw new IOException(e);
    }
  }

  private boolean isOurs(HttpExchange exchange) {
    return told && "Bearer access".equals(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  private Map<String, Object> document() {
    return Map.of(
        "issuer", issuer(),
        "authorization_endpoint", issuer() + "/authorize",
        "token_endpoint", issuer() + "/token",
        "userinfo_endpoint", issuer() + "/userinfo",
        "jwks_uri", issuer() + "/keys");
  }

  private String idToken() throws JOSEException {
    Instant now = Instant.now();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .audience(List.of(CLIENT))
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(60)));
    idClaims.forEach(claims::claim);
    return signed(claims.build());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
