package org.kartoteka.platform.internal.feature;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.kartoteka.platform.api.problem.Refused;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the code of a feature in and takes it out, all or nothing. */
final class FeatureInstaller {

  private static final Logger LOG = LoggerFactory.getLogger(FeatureInstaller.class);
  private static final int START_LEVEL = 80;
  private static final long REFRESH_SECONDS = 30;

  /** Starts a bundle; throws Refused when it does not come up well. */
  interface Starter {
    void start(Bundle bundle);
  }

  private final BundleContext context;
  private final FeatureBundles bundles;
  private final Path folder;

  FeatureInstaller(BundleContext context, FeatureBundles bundles, Path folder) {
    this.context = context;
    this.bundles = bundles;
    this.folder = folder;
  }

  /**
   * Installs the jar, or updates what it is a version of.
   *
   * @param others what others have to themselves, by their names
   */
  Bundle install(FeatureJar jar, Map<String, Claims> others, Starter starter) throws IOException {
    try {
      Optional<Bundle> present = bundles.bundle(jar.feature());
      if (present.isPresent() && !present.get().getSymbolicName().equals(jar.symbolicName())) {
        throw new Refused(
            "platform.feature.other-bundle", jar.feature(), present.get().getSymbolicName());
      }
      others.forEach((owner, claims) -> jar.claims().requireFree(jar.feature(), claims, owner));
      return present.isPresent() ? update(present.get(), jar, starter) : installNew(jar, starter);
    } finally {
      Files.deleteIfExists(jar.file());
    }
  }

  private Bundle installNew(FeatureJar jar, Starter starter) throws IOException {
    Path kept = folder.resolve(jar.feature() + ".jar");
    Bundle bundle = null;
    try (InputStream in = Files.newInputStream(jar.file())) {
      bundle = context.installBundle(kept.toUri().toString(), in);
      bundle.adapt(BundleStartLevel.class).setStartLevel(START_LEVEL);
      starter.start(bundle);
      jar.keepAs(kept);
      return bundle;
    } catch (BundleException | RuntimeException e) {
      uninstallQuietly(bundle);
      throw refused(jar, e);
    }
  }

  private Bundle update(Bundle bundle, FeatureJar jar, Starter starter) throws IOException {
    Path kept = folder.resolve(jar.feature() + ".jar");
    Path before = folder.resolve(jar.feature() + ".previous.jar");
    keepPresent(bundle, kept, before);
    try {
      replace(bundle, jar.file());
      starter.start(bundle);
      jar.keepAs(kept);
      return bundle;
    } catch (BundleException | RuntimeException e) {
      try {
        replace(bundle, before);
        starter.start(bundle);
      } catch (BundleException | RuntimeException back) {
        LOG.error("the version before of {} does not start either", jar.feature(), back);
        e.addSuppressed(back);
      }
      throw refused(jar, e);
    }
  }

  void remove(Bundle bundle, String id) throws IOException {
    try {
      bundle.uninstall();
    } catch (BundleException e) {
      throw new Refused("platform.feature.cannot-remove", id, String.valueOf(e.getMessage()));
    }
    refresh(bundle);
    Files.deleteIfExists(folder.resolve(id + ".jar"));
    Files.deleteIfExists(folder.resolve(id + ".previous.jar"));
  }

  private void replace(Bundle bundle, Path jar) throws BundleException, IOException {
    bundle.stop();
    try (InputStream in = Files.newInputStream(jar)) {
      bundle.update(in);
    }
    refresh(bundle);
  }

  /** A kept jar of another version is not what runs: the distribution is newer or older. */
  private static void keepPresent(Bundle bundle, Path kept, Path before) throws IOException {
    if (Files.exists(kept) && KeptJars.version(kept).equals(bundle.getVersion())) {
      Files.copy(kept, before, StandardCopyOption.REPLACE_EXISTING);
      return;
    }
    try (InputStream in = URI.create(bundle.getLocation()).toURL().openStream()) {
      Files.copy(in, before, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Rewires the bundle and those who use its packages, and nobody else. */
  private void refresh(Bundle bundle) {
    CountDownLatch refreshed = new CountDownLatch(1);
    context
        .getBundle(0)
        .adapt(FrameworkWiring.class)
        .refreshBundles(List.of(bundle), event -> refreshed.countDown());
    try {
      if (!refreshed.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("the packages of {} are still not refreshed", bundle.getSymbolicName());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void uninstallQuietly(Bundle bundle) {
    if (bundle != null) {
      try {
        bundle.uninstall();
        refresh(bundle);
      } catch (BundleException e) {
        LOG.warn("{} cannot be uninstalled", bundle.getSymbolicName(), e);
      }
    }
  }

  private static Refused refused(FeatureJar jar, Exception e) {
    LOG.warn("{} {} is refused", jar.feature(), jar.version(), e);
    if (e instanceof Refused refused) {
      return refused;
    }
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return new Refused(
        "platform.feature.cannot-install",
        jar.feature(),
        PlainWords.unresolved(cause.getMessage()));
  }

  static UncheckedIOException unchecked(IOException e) {
    return new UncheckedIOException(e);
  }
}
