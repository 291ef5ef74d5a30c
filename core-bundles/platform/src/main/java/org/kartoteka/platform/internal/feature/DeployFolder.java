package org.kartoteka.platform.internal.feature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.kartoteka.platform.api.feature.FeatureCatalog;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.settings.Installation;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Installs the feature jars that somebody drops into the folder {@code deploy} of the data folder,
 * and removes the feature when the jar is deleted. A refused jar gets a text file beside it that
 * says why.
 */
@Component(service = DeployFolder.class, immediate = true)
public final class DeployFolder {

  private static final Logger LOG = LoggerFactory.getLogger(DeployFolder.class);
  private static final long LOOK_MILLIS = 1000;
  private static final String REFUSED = ".refused.txt";

  private final FeatureCatalog features;
  private final CurrentUser currentUser;
  private final Messages messages;
  private final Path folder;
  private final ScheduledFuture<?> looking;
  private final Map<String, Sight> seen = new HashMap<>();

  /** A jar as it was seen; it is touched only when it has stopped growing. */
  private record Sight(long size, long modified, boolean done, String feature) {}

  @Activate
  public DeployFolder(
      @Reference FeatureCatalog features,
      @Reference CurrentUser currentUser,
      @Reference Messages messages,
      @Reference Installation installation,
      @Reference(target = "(kartoteka.executor=background)") ExecutorService background,
      @Reference(target = "(kartoteka.executor=timer)") ScheduledExecutorService timer) {
    this.features = features;
    this.currentUser = currentUser;
    this.messages = messages;
    this.folder = installation.folder("deploy");
    this.looking =
        timer.scheduleWithFixedDelay(
            () -> background.execute(this::look), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Deactivate
  void stop() {
    looking.cancel(false);
  }

  private synchronized void look() {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> jars = files.filter(file -> file.toString().endsWith(".jar")).toList();
      for (Path jar : jars) {
        look(jar);
      }
      for (String name : List.copyOf(seen.keySet())) {
        if (!Files.exists(folder.resolve(name))) {
          gone(name, seen.remove(name));
        }
      }
    } catch (IOException e) {
      LOG.warn("the folder {} cannot be read", folder, e);
    }
  }

  private void look(Path jar) throws IOException {
    String name = jar.getFileName().toString();
    long size = Files.size(jar);
    long modified = Files.getLastModifiedTime(jar).toMillis();
    Sight before = seen.get(name);
    boolean same = before != null && before.size() == size && before.modified() == modified;
    if (!same) {
      seen.put(name, new Sight(size, modified, false, null));
    } else if (!before.done()) {
      seen.put(name, new Sight(size, modified, true, install(jar)));
    }
  }

  private String install(Path jar) throws IOException {
    Path refusal = jar.resolveSibling(jar.getFileName() + REFUSED);
    Files.deleteIfExists(refusal);
    try (InputStream in = Files.newInputStream(jar)) {
      return currentUser.runAs(
          User.SYSTEM, () -> features.install(jar.getFileName().toString(), in).id());
    } catch (Problem e) {
      String reason = messages.text(Locale.ENGLISH, e.key(), e.arguments().toArray());
      Files.writeString(refusal, reason + System.lineSeparator(), StandardCharsets.UTF_8);
      LOG.warn("{} is refused: {}", jar, reason);
      return null;
    }
  }

  private void gone(String name, Sight sight) {
    if (sight.feature() != null) {
      try {
        currentUser.runAs(
            User.SYSTEM,
            () -> {
              features.remove(sight.feature());
              return null;
            });
      } catch (Problem e) {
        LOG.warn(
            "{} was deleted, the feature stays: {}",
            name,
            messages.text(Locale.ENGLISH, e.key(), e.arguments().toArray()));
      }
    }
  }
}
