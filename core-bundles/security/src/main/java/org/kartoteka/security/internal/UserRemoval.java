package org.kartoteka.security.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.feature.FeatureCatalog;
import org.kartoteka.platform.api.feature.FeatureState;
import org.kartoteka.platform.api.history.ChangeHistory;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.security.UserReferences;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Removes users who never did anything and whom no record names. Others are blocked instead: what
 * they did keeps their names.
 */
@Component(
    service = UserRemoval.class,
    reference =
        @Reference(
            name = "schema",
            service = DataSource.class,
            target = "(kartoteka.schema=security)"))
public final class UserRemoval {

  private final UserHistory history;
  private final RightsChange rights;
  private final FeatureCatalog features;
  private final UserTable users;
  private final List<UserReferences> references = new CopyOnWriteArrayList<>();

  @Activate
  public UserRemoval(
      @Reference UnitOfWork unitOfWork,
      @Reference ChangeHistory history,
      @Reference RightsChange rights,
      @Reference FeatureCatalog features) {
    this.history = new UserHistory(history, unitOfWork);
    this.rights = rights;
    this.features = features;
    this.users = new UserTable(unitOfWork);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public void bindReferences(UserReferences records) {
    references.add(records);
  }

  public void unbindReferences(UserReferences records) {
    references.remove(records);
  }

  /**
   * Removes the user unless something depends on him.
   *
   * @return whether he is gone
   */
  public boolean remove(UserId id) {
    return rights.make(
        id,
        () -> {
          boolean used =
              users.hasTraces(id)
                  || isUnknown()
                  || references.stream().anyMatch(records -> records.anyTo(id));
          if (!used) {
            users.view(id).ifPresent(history::deleted);
            users.delete(id);
          }
          return !used;
        });
  }

  /** Whether records that are out of sight may name users. */
  private boolean isUnknown() {
    return features.features().stream().anyMatch(one -> one.state() != FeatureState.ACTIVE);
  }
}
