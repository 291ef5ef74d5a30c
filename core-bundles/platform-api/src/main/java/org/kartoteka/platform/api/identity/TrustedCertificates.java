package org.kartoteka.platform.api.identity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.settings.Installation;

/**
 * The certificates by one of which that of a provider must be signed, such as those of a company's
 * own authority; without any, whom Java believes is believed.
 *
 * @param certificates in the order in which they were given
 */
public record TrustedCertificates(List<X509Certificate> certificates) {

  /** The setting that holds them as text, in PEM form. */
  public static final String PEM = "certificates";

  /** The setting that names a file in the folder {@code etc} that holds them. */
  public static final String FILE = "certificateFile";

  private static final Pattern FILE_NAME = Pattern.compile("[\\w][\\w.-]*\\.(pem|crt|cer)");
  private static final int MOST_BYTES = 256 * 1024;

  public TrustedCertificates {
    certificates = List.copyOf(certificates);
  }

  /**
   * Those that the settings of a provider name.
   *
   * @throws InvalidInput when they cannot be read, or are no certificates
   */
  public static TrustedCertificates of(Map<String, String> settings, Installation installation) {
    List<X509Certificate> all = new ArrayList<>();
    String pem = settings.getOrDefault(PEM, "").strip();
    if (!pem.isEmpty()) {
      all.addAll(read(PEM, pem.getBytes(StandardCharsets.UTF_8)));
    }
    String file = settings.getOrDefault(FILE, "").strip();
    if (!file.isEmpty()) {
      all.addAll(read(FILE, content(file, installation)));
    }
    return new TrustedCertificates(all);
  }

  /**
   * The certificates of a file as text in PEM form.
   *
   * @param content one certificate in DER form, or some in PEM form
   * @throws InvalidInput when it holds none
   */
  public static String pem(byte[] content) {
    StringBuilder text = new StringBuilder();
    Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    try {
      for (X509Certificate one : read(PEM, content)) {
        text.append("-----BEGIN CERTIFICATE-----\n")
            .append(lines.encodeToString(one.getEncoded()))
            .append("\n-----END CERTIFICATE-----\n");
      }
      return text.toString();
    } catch (CertificateException e) {
      throw new InvalidInput(FieldError.of(PEM, "certificate"));
    }
  }

  private static byte[] content(String name, Installation installation) {
    if (!FILE_NAME.matcher(name).matches()) {
      throw new InvalidInput(FieldError.of(FILE, "certificateFileName"));
    }
    Path file = Path.of(installation.startSetting("karaf.etc").orElse("etc")).resolve(name);
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new InvalidInput(FieldError.of(FILE, "certificate"));
      }
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new InvalidInput(FieldError.of(FILE, "certificateFileMissing", name));
    }
  }

  private static List<X509Certificate> read(String field, byte[] content) {
    if (new String(content, StandardCharsets.ISO_8859_1).contains("PRIVATE KEY-----")) {
      throw new InvalidInput(FieldError.of(field, "certificateKey"));
    }
    List<X509Certificate> found = new ArrayList<>();
    try {
      for (Certificate one :
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(content))) {
        found.add((X509Certificate) one);
      }
    } catch (CertificateException unreadable) {
      throw new InvalidInput(FieldError.of(field, "certificate"));
    }
    if (found.isEmpty()) {
      throw new InvalidInput(FieldError.of(field, "certificate"));
    }
    return found;
  }

  /** Refuses those that have run out, by which nobody can be known any more. */
  public void checkPresent(Map<String, String> settings, Instant now) {
    String field = settings.getOrDefault(PEM, "").isBlank() ? FILE : PEM;
    InvalidInput.throwIfAny(
        views().stream()
            .filter(one -> !one.validUntil().isAfter(now))
            .map(
                one ->
                    FieldError.of(
                        field,
                        "certificateExpired",
                        one.subject(),
                        LocalDate.ofInstant(one.validUntil(), ZoneOffset.UTC).toString()))
            .toList());
  }

  /** How they are shown. */
  public List<TrustedCertificate> views() {
    return certificates.stream()
        .map(
            one ->
                new TrustedCertificate(
                    one.getSubjectX500Principal().getName(), one.getNotAfter().toInstant()))
        .toList();
  }

  /** Connections that believe these alone, or whom Java believes when there are none. */
  public SSLContext context() throws GeneralSecurityException {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(certificates.isEmpty() ? null : store());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private KeyStore store() throws GeneralSecurityException {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (X509Certificate certificate : certificates) {
        store.setCertificateEntry(String.valueOf(store.size()), certificate);
      }
      return store;
    } catch (IOException e) {
      throw new GeneralSecurityException(e);
    }
  }
}
