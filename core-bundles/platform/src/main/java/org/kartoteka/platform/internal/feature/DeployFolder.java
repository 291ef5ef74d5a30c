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
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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
 * says why, and is tried again when it has changed or another one was installed.
 */
@Component(service = DeployFolder.class, immediate = true)
public final class DeployFolder {

  private static final Logger LOG = LoggerFactory.getLogger(DeployFolder.class);
  private static final long LOOK_MILLIS = 1000;
  private static final String JAR = ".jar";
  private static final String REFUSED = ".refused.txt";

  private final FeatureCatalog features;
  private final CurrentUser currentUser;
  private final Messages messages;
  private final Path folder;
  private final DeployedJars deployed;
  private final ScheduledFuture<?> looking;

  /** How each jar was when it was seen last: it is touched only when it has stopped growing. */
  private final Map<String, String> seen = new HashMap<>();

  /** How each refused jar was. */
  private final Map<String, String> refused = new HashMap<>();

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
    this.deployed =
        new DeployedJars(installation.folder("features").resolve("deployed.properties"));
    this.looking =
        timer.scheduleWithFixedDelay(
            () -> background.execute(this::look), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Deactivate
  void stop() {
    looking.cancel(false);
  }

  synchronized void look() {
    try (Stream<Path> files = Files.list(folder)) {
      Map<String, Path> jars =
          files
              .filter(file -> file.toString().endsWith(JAR))
              .collect(Collectors.toMap(file -> file.getFileName().toString(), file -> file));
      seen.keySet().retainAll(jars.keySet());
      boolean settled = true;
      for (Map.Entry<String, Path> jar : jars.entrySet()) {
        settled &= look(jar.getKey(), jar.getValue());
      }
      if (settled) {
        // A jar of another name may have taken the place of one that is gone.
        forgetGone(jars.keySet());
      }
    } catch (IOException e) {
      LOG.warn("the folder {} cannot be read", folder, e);
    }
  }

  /** Whether nothing is left to be done with the jar. */
  private boolean look(String name, Path jar) throws IOException {
    String stamp = DeployedJars.stamp(jar);
    boolean rests = stamp.equals(seen.put(name, stamp));
    if (rests && !deployed.holds(name, stamp) && !stamp.equals(refused.get(name))) {
      install(name, jar, stamp);
    }
    return deployed.holds(name, stamp) || stamp.equals(refused.get(name));
  }

  private void forgetGone(Set<String> present) throws IOException {
    for (String name : deployed.names()) {
      if (!present.contains(name)) {
        String feature = deployed.take(name);
        if (!deployed.hasBecome(feature)) {
          remove(name, feature);
        }
      }
    }
    for (String name : List.copyOf(refused.keySet())) {
      if (!present.contains(name)) {
        refused.remove(name);
        Files.deleteIfExists(folder.resolve(name + REFUSED));
      }
    }
  }

  private void install(String name, Path jar, String stamp) throws IOException {
    Path refusal = jar.resolveSibling(name + REFUSED);
    Files.deleteIfExists(refusal);
    try (InputStream in = Files.newInputStream(jar)) {
      String feature = currentUser.runAs(User.SYSTEM, () -> features.install(name, in).id());
      deployed.add(name, feature, stamp);
      // What was refused may have needed just this one.
      refused.replaceAll((other, before) -> "");
    } catch (Problem e) {
      String reason = inWords(e);
      Files.writeString(refusal, reason + System.lineSeparator(), StandardCharsets.UTF_8);
      LOG.warn("{} is refused: {}", jar, reason);
      refused.put(name, stamp);
    }
  }

  private void remove(String name, String feature) {
    try {
      currentUser.runAs(
          User.SYSTEM,
          () -> {
            features.remove(feature);
            return null;
          });
    } catch (Problem e) {
      LOG.warn("{} was deleted, the feature stays: {}", name, inWords(e));
    }
  }

  private String inWords(Problem problem) {
    return messages.text(Locale.ENGLISH, problem.key(), problem.arguments().toArray());
  }
}
