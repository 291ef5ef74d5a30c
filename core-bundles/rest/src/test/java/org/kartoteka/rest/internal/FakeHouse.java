package org.kartoteka.rest.internal;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.kartoteka.platform.api.health.Health;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.problem.TooManyAttempts;
import org.kartoteka.platform.api.problem.TooManyRequests;
import org.kartoteka.platform.api.security.Authentication;
import org.kartoteka.platform.api.security.Credential;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.testing.FakeFeatures;
import org.kartoteka.testing.FakeUser;

/** Users, texts, health and features of a test. */
final class FakeHouse implements Authentication, Health {

  static final User ANNA =
      new User(new UserId(1), "anna", "Anna Nowak", new Locale("pl"), Set.of(User.ALL));

  final FakeUser users = FakeUser.allowed();
  final Messages messages = new RealTexts();
  final FakeFeatures features = new FakeFeatures("competitors", "Competitors");
  boolean canServe = true;

  @Override
  public Optional<User> byPassword(String name, String password, String address) {
    if (name.equals("throttled")) {
      throw new TooManyAttempts(30);
    }
    return name.equals("anna") && password.equals("secret") ? Optional.of(ANNA) : Optional.empty();
  }

  @Override
  public Optional<User> byToken(String token) {
    return switch (token) {
      case "t0ken" -> Optional.of(ANNA.by(Credential.token(1, false)));
      case "reading" -> Optional.of(ANNA.by(Credential.token(2, true)));
      case "busy" -> throw new TooManyRequests(1);
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<User> refresh(UserId id) {
    return id.value() == 1 ? Optional.of(ANNA) : Optional.empty();
  }

  @Override
  public void changeOwnPassword(String present, String next) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void chooseLanguage(Locale locale) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean canServe() {
    return canServe;
  }

  @Override
  public List<Finding> findings() {
    return List.of();
  }

  /** The texts of this bundle. */
  static final class RealTexts implements Messages {

    private final Map<String, Properties> languages = new HashMap<>();

    RealTexts() {
      languages.put("en", read(""));
      for (String language : List.of("pl", "bg", "ru")) {
        languages.put(language, read("_" + language));
      }
    }

    @Override
    public String text(Locale locale, String key, Object... arguments) {
      return find(locale, key, arguments).orElse("!" + key + "!");
    }

    @Override
    public Optional<String> find(Locale locale, String key, Object... arguments) {
      return Optional.ofNullable(languages.get(locale.getLanguage()).getProperty(key))
          .map(pattern -> new MessageFormat(pattern, locale).format(arguments));
    }

    private static Properties read(String suffix) {
      try (InputStream in =
          FakeHouse.class.getResourceAsStream("/i18n/rest" + suffix + ".properties")) {
        Properties properties = new Properties();
        properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        return properties;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
