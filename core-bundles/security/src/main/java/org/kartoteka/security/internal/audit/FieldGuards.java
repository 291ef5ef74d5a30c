package org.kartoteka.security.internal.audit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.history.FieldGuard;
import org.kartoteka.platform.api.security.AccessControl;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Leaves out what the reader of a history has no right to. */
@Component(service = FieldGuards.class)
public final class FieldGuards {

  private final AccessControl access;
  private final List<FieldGuard> guards = new CopyOnWriteArrayList<>();

  @Activate
  public FieldGuards(@Reference AccessControl access) {
    this.access = access;
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindGuard(FieldGuard guard) {
    guards.add(guard);
  }

  void unbindGuard(FieldGuard guard) {
    guards.remove(guard);
  }

  /** Those of the changes that the current user may read. */
  public List<FieldChange> permitted(String recordType, List<FieldChange> changes) {
    return changes.stream().filter(change -> mayRead(recordType, change.field())).toList();
  }

  private boolean mayRead(String recordType, String field) {
    return guards.stream()
        .flatMap(guard -> guard.permission(recordType, field).stream())
        .allMatch(access::may);
  }
}
