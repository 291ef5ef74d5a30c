package org.kartoteka.platform.internal.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.health.Health;
import org.kartoteka.platform.api.health.HealthCheck;
import org.kartoteka.platform.internal.schema.SchemaStatus;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks all parts; the database and the core must be there for the product to serve. */
@Component
public final class HealthService implements Health {

  private static final Logger LOG = LoggerFactory.getLogger(HealthService.class);

  /** Without these nobody can work. */
  private static final List<String> INDISPENSABLE =
      List.of(
          "org.kartoteka.platform.api.security.Authentication",
          "org.kartoteka.platform.api.feature.FeatureCatalog",
          "org.kartoteka.core.api.party.PartyRegister",
          "org.kartoteka.core.api.note.Notebook",
          "org.kartoteka.core.api.search.Search",
          "org.apache.karaf.features.BootFinished");

  private final BundleContext context;
  private final UnitOfWork unitOfWork;
  private final SchemaStatus schemas;
  private final List<HealthCheck> checks = new CopyOnWriteArrayList<>();

  @Activate
  public HealthService(
      BundleContext context, @Reference UnitOfWork unitOfWork, @Reference SchemaStatus schemas) {
    this.context = context;
    this.unitOfWork = unitOfWork;
    this.schemas = schemas;
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindCheck(HealthCheck check) {
    checks.add(check);
  }

  void unbindCheck(HealthCheck check) {
    checks.remove(check);
  }

  @Override
  public boolean canServe() {
    return databaseAnswers()
        && INDISPENSABLE.stream().allMatch(name -> context.getServiceReference(name) != null);
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    findings.add(new Finding("database", databaseAnswers() ? null : "platform.health.no-database"));
    schemas.problems().keySet().stream()
        .sorted()
        .forEach(bundle -> findings.add(new Finding(bundle, "platform.health.schema")));
    for (HealthCheck check : checks) {
      findings.add(new Finding(check.feature(), ask(check).orElse(null)));
    }
    return findings;
  }

  private static Optional<String> ask(HealthCheck check) {
    try {
      return check.problem();
    } catch (RuntimeException e) {
      LOG.error("health check of {} failed", check.feature(), e);
      return Optional.of("platform.health.check-failed");
    }
  }

  private boolean databaseAnswers() {
    try {
      return unitOfWork.call(() -> Sql.of(unitOfWork, "select 1").number()) == 1;
    } catch (RuntimeException e) {
      LOG.warn("the database does not answer", e);
      return false;
    }
  }
}
