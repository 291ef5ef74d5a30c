package org.kartoteka.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

  @ParameterizedTest
  @ValueSource(strings = {"pl", "bg", "ru"})
  void everyLanguageHasTheSameTexts(String language) throws IOException {
    Properties english = read("");
    Properties other = read("_" + language);

    assertEquals(english.keySet(), other.keySet());
    for (String key : other.stringPropertyNames()) {
      new MessageFormat(other.getProperty(key), new Locale(language)).format(new Object[] {2, 3});
    }
  }

  private static Properties read(String suffix) throws IOException {
    try (InputStream in =
        TextsTest.class.getResourceAsStream("/i18n/rest" + suffix + ".properties")) {
      Properties properties = new Properties();
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return properties;
    }
  }
}
