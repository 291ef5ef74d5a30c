package org.kartoteka.commissions.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kartoteka.commissions.Step;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.testing.FakeUser;

class SentencesTest {

  private static final Step STEP = Step.of("because.made", "2026-11-15");

  private final FakeUser reader = FakeUser.almighty();
  private final Sentences sentences = new Sentences(texts(), reader);

  @Test
  void a_day_is_said_as_in_the_reader_s_language_and_its_sentence_ends_with_one_point() {
    assertEquals("Reckoned on Nov 15, 2026.", said("en"));
    assertEquals("Reckoned on 15 lis 2026.", said("pl"));
    assertEquals("Reckoned on 15.11.2026 г.", said("bg"));
    assertEquals("Reckoned on 15 нояб. 2026 г.", said("ru"));
  }

  @Test
  void points_that_leave_something_open_stay() {
    assertEquals(
        List.of("Reckoned on ...."),
        reader.runAs(in("en"), () -> sentences.of(List.of(Step.of("because.made", "...")))));
  }

  private String said(String language) {
    return reader.runAs(in(language), () -> sentences.of(List.of(STEP)).get(0));
  }

  private static User in(String language) {
    return new User(House.ANNA, "anna", "Anna", Locale.forLanguageTag(language), Set.of());
  }

  private static Messages texts() {
    return new Messages() {
      @Override
      public String text(Locale locale, String key, Object... arguments) {
        return "Reckoned on " + arguments[0] + ".";
      }

      @Override
      public Optional<String> find(Locale locale, String key, Object... arguments) {
        return Optional.empty();
      }
    };
  }
}
