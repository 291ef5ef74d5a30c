package org.kartoteka.platform.internal.feature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.feature.FeatureCatalog;
import org.kartoteka.platform.api.feature.FeatureImpact;
import org.kartoteka.platform.api.feature.FeatureListener;
import org.kartoteka.platform.api.feature.FeatureState;
import org.kartoteka.platform.api.feature.FeatureView;
import org.kartoteka.platform.api.feature.ImpactReporter;
import org.kartoteka.platform.api.feature.OpenViews;
import org.kartoteka.platform.api.feature.StartOutcome;
import org.kartoteka.platform.api.health.HealthCheck;
import org.kartoteka.platform.api.i18n.Messages;
import org.kartoteka.platform.api.journal.Journal;
import org.kartoteka.platform.api.journal.SubscriptionView;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.CurrentUser;
import org.kartoteka.platform.api.security.RecentProof;
import org.kartoteka.platform.api.security.User;
import org.kartoteka.platform.api.settings.Installation;
import org.kartoteka.platform.internal.schema.SchemaStatus;
import org.kartoteka.platform.internal.security.PlatformPermissions;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Switches features: a feature is a bundle, stopping it stops the bundle and keeps its packages
 * wired.
 */
@Component(immediate = true)
public final class FeatureCatalogService implements FeatureCatalog {

  private static final Logger LOG = LoggerFactory.getLogger(FeatureCatalogService.class);
  private static final long POLL_SECONDS = 2;
  private static final long UP_SECONDS = 20;

  /** What has failed may come right when what it asked for has come up too. */
  private static final long SETTLE_SECONDS = 1;

  private static final long CATCH_UP_SECONDS = 10;

  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final RecentProof proof;
  private final CurrentUser currentUser;
  private final Journal journal;
  private final Messages messages;
  private final SchemaStatus schemas;
  private final ServiceComponentRuntime components;
  private final Clock clock;
  private final Installation installation;
  private final FeatureBundles bundles;
  private final WantedStates wanted;
  private final FeatureInstaller installer;
  private final KeptJars keptJars;
  private final ScheduledFuture<?> poll;
  private final List<FeatureListener> listeners = new CopyOnWriteArrayList<>();
  private final List<ImpactReporter> reporters = new CopyOnWriteArrayList<>();
  private final List<HealthCheck> checks = new CopyOnWriteArrayList<>();
  private final List<OpenViews> openViews = new CopyOnWriteArrayList<>();

  @Activate
  public FeatureCatalogService(
      BundleContext context,
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference RecentProof proof,
      @Reference CurrentUser currentUser,
      @Reference Journal journal,
      @Reference Messages messages,
      @Reference SchemaStatus schemas,
      @Reference ServiceComponentRuntime components,
      @Reference Clock clock,
      @Reference Installation installation,
      @Reference(target = "(kartoteka.executor=background)") ExecutorService background,
      @Reference(target = "(kartoteka.executor=timer)") ScheduledExecutorService timer) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.proof = proof;
    this.currentUser = currentUser;
    this.journal = journal;
    this.messages = messages;
    this.schemas = schemas;
    this.components = components;
    this.clock = clock;
    this.installation = installation;
    this.bundles = new FeatureBundles(context);
    this.wanted = new WantedStates(unitOfWork, currentUser, clock);
    this.installer = new FeatureInstaller(context, bundles, installation.folder("features"));
    this.keptJars = new KeptJars(installation.folder("features"));
    this.poll =
        timer.scheduleWithFixedDelay(
            () -> background.execute(this::followWantedStates), 0, POLL_SECONDS, TimeUnit.SECONDS);
  }

  @Deactivate
  void stopFollowing() {
    poll.cancel(false);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindListener(FeatureListener listener) {
    listeners.add(listener);
  }

  void unbindListener(FeatureListener listener) {
    listeners.remove(listener);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindReporter(ImpactReporter reporter) {
    reporters.add(reporter);
  }

  void unbindReporter(ImpactReporter reporter) {
    reporters.remove(reporter);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindCheck(HealthCheck check) {
    checks.add(check);
  }

  void unbindCheck(HealthCheck check) {
    checks.remove(check);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindOpenViews(OpenViews views) {
    openViews.add(views);
  }

  void unbindOpenViews(OpenViews views) {
    openViews.remove(views);
  }

  @Override
  public List<FeatureView> features() {
    Map<String, WantedStates.Entry> entries = wanted.all();
    List<SubscriptionView> subscriptions = journal.subscriptions();
    return bundles.all().entrySet().stream()
        .map(one -> view(one.getKey(), one.getValue(), entries.get(one.getKey()), subscriptions))
        .sorted(Comparator.comparing(FeatureView::title, String.CASE_INSENSITIVE_ORDER))
        .toList();
  }

  @Override
  public Optional<FeatureView> feature(String id) {
    return bundles
        .bundle(id)
        .map(bundle -> view(id, bundle, wanted.of(id).orElse(null), journal.subscriptions()));
  }

  @Override
  public FeatureImpact impact(String id) {
    require(id);
    List<String> stopsToo = activeOf(bundles.neededBy(id));
    List<String> all = new ArrayList<>(stopsToo);
    all.add(id);
    Locale locale = locale();
    List<String> openWork = new ArrayList<>();
    for (ImpactReporter reporter : reporters) {
      if (all.contains(reporter.feature())) {
        openWork.addAll(ask(reporter, locale));
      }
    }
    int views =
        openViews.stream().mapToInt(counter -> all.stream().mapToInt(counter::count).sum()).sum();
    List<String> subscriptions =
        journal.subscriptions().stream()
            .filter(one -> all.contains(one.feature()))
            .map(SubscriptionView::name)
            .toList();
    return new FeatureImpact(id, stopsToo, views, openWork, subscriptions);
  }

  private List<String> ask(ImpactReporter reporter, Locale locale) {
    try {
      return unitOfWork.call(() -> reporter.openWork(locale));
    } catch (RuntimeException e) {
      LOG.error("the impact of stopping {} is unknown", reporter.feature(), e);
      return List.of(messages.text(locale, "platform.feature.impact-unknown", reporter.feature()));
    }
  }

  @Override
  public synchronized StartOutcome start(String id) {
    access.require(PlatformPermissions.MANAGE_FEATURES);
    Bundle bundle = require(id);
    for (String needed : FeatureBundles.needs(bundle)) {
      if (require(needed).getState() != Bundle.ACTIVE) {
        start(needed);
      }
    }
    long waitingBefore = waiting(id);
    try {
      bringUp(bundle);
    } catch (Refused e) {
      wanted.want(id, schema(bundle), WantedStates.Wanted.ACTIVE, inWords(e));
      tell(id, FeatureState.FAILED);
      throw e;
    }
    wanted.want(id, schema(bundle), WantedStates.Wanted.ACTIVE, null);
    tell(id, FeatureState.ACTIVE);
    until(() -> waiting(id) == 0, CATCH_UP_SECONDS);
    long stillWaiting = waiting(id);
    return new StartOutcome(
        feature(id).orElseThrow(), Math.max(0, waitingBefore - stillWaiting), stillWaiting);
  }

  @Override
  public synchronized FeatureView stop(String id) {
    access.require(PlatformPermissions.MANAGE_FEATURES);
    Bundle bundle = require(id);
    for (String dependent : activeOf(bundles.neededBy(id))) {
      stop(dependent);
    }
    wanted.want(id, schema(bundle), WantedStates.Wanted.STOPPED, null);
    takeDown(id, bundle);
    return feature(id).orElseThrow();
  }

  @Override
  public synchronized FeatureView install(String fileName, InputStream content) {
    access.require(PlatformPermissions.MANAGE_FEATURES);
    proof.requireRecent();
    try {
      FeatureJar jar =
          FeatureJar.spool(installation.folder("spool"), String.valueOf(fileName), content);
      Bundle bundle = installer.install(jar, claimsBut(jar.feature()), this::bringUp);
      wanted.want(jar.feature(), schema(bundle), WantedStates.Wanted.ACTIVE, null);
      tell(jar.feature(), FeatureState.ACTIVE);
      return feature(jar.feature()).orElseThrow();
    } catch (IOException e) {
      LOG.warn("{} cannot be installed", fileName, e);
      throw new Refused("platform.feature.not-a-feature", String.valueOf(fileName));
    }
  }

  /** What others have to themselves, and the schemas with the data of those that were removed. */
  private Map<String, Claims> claimsBut(String feature) {
    Map<String, Claims> claims = bundles.claimsBut(feature);
    wanted
        .all()
        .forEach(
            (id, entry) -> {
              if (!id.equals(feature)) {
                claims.putIfAbsent(id, new Claims(entry.schema(), List.of()));
              }
            });
    return claims;
  }

  @Override
  public synchronized void remove(String id) {
    access.require(PlatformPermissions.MANAGE_FEATURES);
    Bundle bundle = require(id);
    List<String> dependents = bundles.neededBy(id);
    if (!dependents.isEmpty()) {
      throw new Refused("platform.feature.needed-by", id, String.join(", ", dependents));
    }
    String schema = schema(bundle);
    try {
      installer.remove(bundle, id);
    } catch (IOException e) {
      throw FeatureInstaller.unchecked(e);
    }
    wanted.want(id, schema, WantedStates.Wanted.REMOVED, null);
    tell(id, null);
  }

  @Override
  public synchronized String purge(String id, String confirmation) {
    access.require(PlatformPermissions.MANAGE_FEATURES);
    proof.requireRecent();
    if (!id.equals(confirmation)) {
      throw new InvalidInput(FieldError.of("confirmation", "confirmation", id));
    }
    Optional<Bundle> bundle = bundles.bundle(id);
    if (bundle.isPresent() && bundle.get().getState() == Bundle.ACTIVE) {
      throw new Refused("platform.feature.purge-active", id);
    }
    String schema =
        bundle
            .map(FeatureCatalogService::schema)
            .or(() -> wanted.of(id).map(WantedStates.Entry::schema))
            .orElseThrow(() -> new NotFound("feature", id));
    String name =
        id
            + "-"
            + DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
                .withZone(ZoneOffset.UTC)
                .format(clock.instant())
            + ".zip";
    Path file = installation.folder("exports").resolve(name);
    unitOfWork.run(
        () -> {
          new SchemaExport(unitOfWork.connection()).write(schema, file);
          Sql.of(unitOfWork, "drop schema if exists " + schema + " cascade").update();
          Sql.of(unitOfWork, "delete from platform.schema_history where schema = ?", schema)
              .update();
          Sql.of(
                  unitOfWork,
                  "delete from platform.parked_event where subscription in (select name from"
                      + " platform.subscription where feature = ?)",
                  id)
              .update();
          Sql.of(unitOfWork, "delete from platform.subscription where feature = ?", id).update();
        });
    if (bundle.isEmpty()) {
      wanted.forget(id);
    }
    LOG.info("feature {}: data purged, exported to {}", id, file);
    return "exports/" + name;
  }

  /** Brings this node to what was decided on another one, or before the last restart. */
  private synchronized void followWantedStates() {
    try {
      currentUser.runAs(
          User.SYSTEM,
          () -> {
            installKeptJars();
            wanted.all().forEach(this::follow);
            return null;
          });
    } catch (RuntimeException e) {
      LOG.warn("the wanted states of the features cannot be followed now", e);
    }
  }

  private void follow(String id, WantedStates.Entry entry) {
    Bundle bundle = bundles.bundle(id).orElse(null);
    if (bundle == null) {
      return;
    }
    if (entry.wanted() == WantedStates.Wanted.ACTIVE && bundle.getState() == Bundle.RESOLVED) {
      start(id);
    } else if (entry.wanted() != WantedStates.Wanted.ACTIVE && bundle.getState() == Bundle.ACTIVE) {
      takeDown(id, bundle);
    }
  }

  /** Once after the start: the distribution may be new and not know them, or know older ones. */
  private void installKeptJars() {
    try {
      for (KeptJars.Kept kept : keptJars.untried()) {
        Optional<WantedStates.Entry> entry = wanted.of(kept.feature());
        Optional<Bundle> present = bundles.bundle(kept.feature());
        boolean removed =
            entry.filter(one -> one.wanted() == WantedStates.Wanted.REMOVED).isPresent();
        if (!removed && (present.isEmpty() || kept.isNewerThan(present.get().getVersion()))) {
          install(kept, entry.orElse(null));
        }
      }
    } catch (IOException e) {
      throw FeatureInstaller.unchecked(e);
    }
  }

  private void install(KeptJars.Kept kept, WantedStates.Entry before) throws IOException {
    LOG.info("feature {}: installed again from {}", kept.feature(), kept.file());
    String name = kept.file().getFileName().toString();
    try (InputStream in = Files.newInputStream(kept.file())) {
      if (before != null && before.wanted() == WantedStates.Wanted.STOPPED) {
        FeatureJar jar = FeatureJar.spool(installation.folder("spool"), name, in);
        installer.install(jar, claimsBut(jar.feature()), bundle -> {});
      } else {
        install(name, in);
      }
    } catch (Problem e) {
      LOG.error("feature {}: {} stays away: {}", kept.feature(), kept.file(), inWords(e));
    }
  }

  /** Starts the bundle and waits until its schema, its components and its own checks are well. */
  private void bringUp(Bundle bundle) {
    String id = FeatureBundles.id(bundle);
    try {
      bundle.start();
    } catch (BundleException e) {
      throw new Refused("platform.feature.cannot-start", id, PlainWords.unresolved(e.getMessage()));
    }
    until(() -> trouble(bundle).isEmpty() || isInVain(bundle), UP_SECONDS);
    until(() -> trouble(bundle).isEmpty(), SETTLE_SECONDS);
    trouble(bundle)
        .ifPresent(
            reason -> {
              throw new Refused("platform.feature.cannot-start", id, reason);
            });
  }

  /** Whether it will not come up by waiting: nobody is kept without the version before for long. */
  private boolean isInVain(Bundle bundle) {
    return schemas.isRefused(bundle.getSymbolicName()) || PlainWords.failed(components, bundle);
  }

  private Optional<String> trouble(Bundle bundle) {
    return schemas
        .problem(bundle.getSymbolicName())
        .or(() -> PlainWords.waiting(components, bundle))
        .or(() -> health(FeatureBundles.id(bundle)).stream().findFirst());
  }

  private void takeDown(String id, Bundle bundle) {
    try {
      bundle.stop();
    } catch (BundleException e) {
      throw new Refused("platform.feature.cannot-stop", id, String.valueOf(e.getMessage()));
    }
    tell(id, FeatureState.STOPPED);
  }

  private void tell(String id, FeatureState state) {
    LOG.info("feature {} is now {}", id, state == null ? "removed" : state);
    for (FeatureListener listener : listeners) {
      try {
        listener.featureChanged(id, state);
      } catch (RuntimeException e) {
        LOG.error("a listener failed at the change of {}", id, e);
      }
    }
  }

  private FeatureView view(
      String id, Bundle bundle, WantedStates.Entry entry, List<SubscriptionView> subscriptions) {
    Locale locale = locale();
    boolean wantedActive = entry == null || entry.wanted() == WantedStates.Wanted.ACTIVE;
    boolean active = bundle.getState() == Bundle.ACTIVE;
    FeatureState state =
        active ? FeatureState.ACTIVE : wantedActive ? FeatureState.FAILED : FeatureState.STOPPED;
    List<String> health = new ArrayList<>();
    if (active) {
      schemas.problem(bundle.getSymbolicName()).ifPresent(health::add);
      PlainWords.waiting(components, bundle).ifPresent(health::add);
      health.addAll(health(id));
    }
    return new FeatureView(
        id,
        messages.find(locale, id + ".feature.title").orElse(id),
        messages.find(locale, id + ".feature.description").orElse(""),
        bundle.getVersion().toString(),
        active && !health.isEmpty() ? FeatureState.FAILED : state,
        FeatureBundles.needs(bundle),
        bundles.neededBy(id),
        FeatureBundles.contributions(bundle),
        health,
        entry == null ? null : entry.lastProblem(),
        subscriptions.stream()
            .filter(one -> one.feature().equals(id))
            .mapToLong(SubscriptionView::waiting)
            .sum());
  }

  private List<String> health(String id) {
    List<String> findings = new ArrayList<>();
    for (HealthCheck check : checks) {
      if (check.feature().equals(id)) {
        try {
          check.problem().map(key -> messages.text(locale(), key)).ifPresent(findings::add);
        } catch (RuntimeException e) {
          LOG.error("health check of {} failed", id, e);
          findings.add(messages.text(locale(), "platform.health.check-failed"));
        }
      }
    }
    return findings;
  }

  private long waiting(String id) {
    return journal.subscriptions().stream()
        .filter(one -> one.feature().equals(id))
        .mapToLong(SubscriptionView::waiting)
        .sum();
  }

  private List<String> activeOf(List<String> ids) {
    return ids.stream().filter(id -> require(id).getState() == Bundle.ACTIVE).toList();
  }

  private Bundle require(String id) {
    return bundles.bundle(id).orElseThrow(() -> new NotFound("feature", id));
  }

  private Locale locale() {
    return currentUser.user().map(User::locale).orElse(Locale.ENGLISH);
  }

  private String inWords(Problem problem) {
    return messages.text(Locale.ENGLISH, problem.key(), problem.arguments().toArray());
  }

  private static String schema(Bundle bundle) {
    return Claims.of(bundle.getHeaders("")::get).schema();
  }

  private static void until(BooleanSupplier condition, long seconds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }
}
