package org.kartoteka.security.internal.audit;

import java.util.List;
import org.kartoteka.platform.api.audit.AuditAct;
import org.kartoteka.platform.api.audit.AuditLog;
import org.kartoteka.platform.api.feature.FeatureListener;
import org.kartoteka.platform.api.feature.FeatureState;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Records who switched which feature. */
@Component
public final class FeatureSwitches implements FeatureListener {

  private final AuditLog log;

  @Activate
  public FeatureSwitches(@Reference AuditLog log) {
    this.log = log;
  }

  @Override
  public void featureChanged(String id, FeatureState state) {
    log.record(
        AuditAct.SWITCHED,
        new RecordRef("feature", id, id),
        List.of(new FieldChange("state", null, state == null ? "REMOVED" : state.name())));
  }
}
