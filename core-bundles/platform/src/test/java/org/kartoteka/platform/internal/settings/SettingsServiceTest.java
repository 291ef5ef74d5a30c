package org.kartoteka.platform.internal.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.testing.FakeUser;
import org.kartoteka.testing.JpaUnitOfWork;
import org.kartoteka.testing.PostgresFixture;

class SettingsServiceTest {

  private static final String KEY = "core.default-country";

  private final PostgresFixture postgres = PostgresFixture.create().migrate("platform");
  private final UnitOfWork unitOfWork = new JpaUnitOfWork(postgres.dataSource());
  private final FakeUser user = FakeUser.almighty();
  private final SettingsService settings =
      new SettingsService(unitOfWork, user, user, Clock.systemUTC());

  @Test
  void a_new_value_is_read_at_once() {
    assertEquals(Optional.empty(), settings.get(KEY));
    settings.set(KEY, "PL");
    assertEquals(Optional.of("PL"), settings.get(KEY));
    settings.set(KEY, "BG");
    assertEquals(Optional.of("BG"), settings.get(KEY));
    settings.set(KEY, null);
    assertEquals(Optional.empty(), settings.get(KEY));
  }

  @Test
  void the_writing_transaction_reads_its_own_value() {
    settings.set(KEY, "PL");

    unitOfWork.run(
        () -> {
          settings.set(KEY, "BG");
          assertEquals(Optional.of("BG"), settings.get(KEY));
        });
  }

  @Test
  void a_value_that_was_rolled_back_is_not_remembered() {
    settings.set(KEY, "PL");
    settings.get(KEY);

    assertThrows(
        IllegalStateException.class,
        () ->
            unitOfWork.run(
                () -> {
                  settings.set(KEY, "BG");
                  settings.get(KEY);
                  throw new IllegalStateException("no");
                }));

    assertEquals(Optional.of("PL"), settings.get(KEY));
  }
}
