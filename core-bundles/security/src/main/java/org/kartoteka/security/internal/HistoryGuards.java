package org.kartoteka.security.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kartoteka.platform.api.history.HistoryGuard;
import org.kartoteka.platform.api.problem.Forbidden;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.platform.api.security.AccessControl;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Asks the bundles who may read the history of their records. */
@Component(service = HistoryGuards.class)
public final class HistoryGuards {

  private final AccessControl access;
  private final List<HistoryGuard> guards = new CopyOnWriteArrayList<>();

  @Activate
  public HistoryGuards(@Reference AccessControl access) {
    this.access = access;
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public void bindGuard(HistoryGuard guard) {
    guards.add(guard);
  }

  public void unbindGuard(HistoryGuard guard) {
    guards.remove(guard);
  }

  void requireReadable(String type, String id) {
    guard(type)
        .ifPresentOrElse(
            guard -> guard.requireReadable(type, id), () -> access.require(type + ".read"));
  }

  boolean isReadable(String type, String id) {
    try {
      requireReadable(type, id);
      return true;
    } catch (NotFound | Forbidden hidden) {
      return false;
    }
  }

  private Optional<HistoryGuard> guard(String type) {
    return guards.stream().filter(guard -> guard.types().contains(type)).findFirst();
  }
}
