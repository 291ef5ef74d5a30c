package org.kartoteka.platform.internal.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kartoteka.platform.api.feature.FeatureCatalog;
import org.kartoteka.platform.api.feature.FeatureImpact;
import org.kartoteka.platform.api.feature.FeatureState;
import org.kartoteka.platform.api.feature.FeatureView;
import org.kartoteka.platform.api.feature.StartOutcome;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.settings.Installation;
import org.kartoteka.testing.FakeUser;

/** A jar here is a text: the feature it is, and after a space the feature it needs. */
class DeployFolderTest {

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  /** Takes no work: each look is the test's own. */
  private final ExecutorService ended = Executors.newSingleThreadExecutor();

  private final Features features = new Features();
  @TempDir private Path data;

  @BeforeEach
  void endWork() {
    ended.shutdown();
  }

  @AfterEach
  void endTimer() {
    timer.shutdownNow();
  }

  @Test
  void a_jar_becomes_a_feature_when_it_has_stopped_growing() throws IOException {
    DeployFolder folder = started();
    drop("room.jar", "ro");
    folder.look();
    drop("room.jar", "room");
    folder.look();
    assertEquals(List.of(), features.installed);

    folder.look();
    folder.look();

    assertEquals(List.of("room"), features.installed);
  }

  @Test
  void a_restart_installs_no_jar_again() throws IOException {
    drop("room.jar", "room");
    look(started());

    look(started());

    assertEquals(List.of("room"), features.installed);
  }

  @Test
  void a_jar_that_was_deleted_while_the_product_stood_still_takes_its_feature_along()
      throws IOException {
    drop("room.jar", "room");
    look(started());
    delete("room.jar");

    look(started());

    assertEquals(Set.of(), features.present);
  }

  @Test
  void a_jar_of_another_name_takes_the_place_of_the_one_before() throws IOException {
    DeployFolder folder = started();
    drop("room-1.jar", "room");
    look(folder);

    drop("room-2.jar", "room");
    delete("room-1.jar");
    look(folder);
    look(folder);

    assertEquals(List.of("room", "room"), features.installed);
    assertEquals(List.of(), features.removed);
  }

  @Test
  void what_was_refused_is_tried_again_when_another_jar_came_in() throws IOException {
    DeployFolder folder = started();
    drop("annex.jar", "annex room");
    look(folder);
    look(folder);
    assertEquals(List.of(), features.installed);
    assertTrue(Files.readString(refusal("annex.jar")).contains("room"));

    drop("room.jar", "room");
    look(folder);
    look(folder);

    assertEquals(List.of("room", "annex"), features.installed);
    assertFalse(Files.exists(refusal("annex.jar")));
  }

  @Test
  void the_reason_of_a_refusal_goes_with_the_jar() throws IOException {
    DeployFolder folder = started();
    drop("annex.jar", "annex room");
    look(folder);

    delete("annex.jar");
    look(folder);

    assertFalse(Files.exists(refusal("annex.jar")));
  }

  private DeployFolder started() {
    return new DeployFolder(
        features, FakeUser.almighty(), new Keys(), new DataFolder(data), ended, timer);
  }

  private static void look(DeployFolder folder) {
    folder.look();
    folder.look();
  }

  private void drop(String name, String content) throws IOException {
    Files.createDirectories(data.resolve("deploy"));
    Files.writeString(data.resolve("deploy").resolve(name), content);
  }

  private void delete(String name) throws IOException {
    Files.delete(data.resolve("deploy").resolve(name));
  }

  private Path refusal(String name) {
    return data.resolve("deploy").resolve(name + ".refused.txt");
  }

  private record DataFolder(Path data) implements Installation {
    @Override
    public Path folder(String name) {
      try {
        return Files.createDirectories(data.resolve(name));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Optional<String> startSetting(String name) {
      return Optional.empty();
    }
  }

  private static final class Keys implements Messages {
    @Override
    public String text(Locale locale, String key, Object... arguments) {
      return key + List.of(arguments);
    }

    @Override
    public Optional<String> find(Locale locale, String key, Object... arguments) {
      return Optional.of(text(locale, key, arguments));
    }
  }

  private static final class Features implements FeatureCatalog {
    final List<String> installed = new ArrayList<>();
    final List<String> removed = new ArrayList<>();
    final Set<String> present = new HashSet<>();

    @Override
    public FeatureView install(String fileName, InputStream jar) {
      String[] words;
      try {
        words = new String(jar.readAllBytes(), StandardCharsets.UTF_8).split(" ");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (words.length > 1 && !present.contains(words[1])) {
        throw new Refused("it needs", words[1]);
      }
      installed.add(words[0]);
      present.add(words[0]);
      return new FeatureView(
          words[0],
          words[0],
          "",
          "1.0.0",
          FeatureState.ACTIVE,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          null,
          0);
    }

    @Override
    public void remove(String id) {
      removed.add(id);
      present.remove(id);
    }

    @Override
    public List<FeatureView> features() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<FeatureView> feature(String id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public FeatureImpact impact(String id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public StartOutcome start(String id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public FeatureView stop(String id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String purge(String id, String confirmation) {
      throw new UnsupportedOperationException();
    }
  }
}
