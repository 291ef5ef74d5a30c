package org.kartoteka.ui.internal.audit;

import org.kartoteka.platform.api.audit.AuditLog;
import org.kartoteka.ui.api.Section;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.WorkspaceView;
import org.kartoteka.ui.internal.exchange.ExportDesk;
import org.kartoteka.ui.internal.record.Colleagues;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who did what and when: {@code audit}. */
@Component
public class AuditView implements WorkspaceView {

  private final AuditLog log;
  private final ExportDesk exports;
  private final Colleagues colleagues;

  @Activate
  public AuditView(
      @Reference AuditLog log, @Reference ExportDesk exports, @Reference Colleagues colleagues) {
    this.log = log;
    this.exports = exports;
    this.colleagues = colleagues;
  }

  @Override
  public String id() {
    return "audit";
  }

  @Override
  public String feature() {
    return "security";
  }

  @Override
  public String titleKey() {
    return "ui.audit.title";
  }

  @Override
  public Section section() {
    return Section.ADMINISTRATION;
  }

  @Override
  public String icon() {
    return "vaadin:eye";
  }

  @Override
  public int order() {
    return 25;
  }

  @Override
  public String permission() {
    return "security.audit.read";
  }

  @Override
  public com.vaadin.flow.component.Component open(Visit visit) {
    return new AuditPage(log, exports, colleagues, visit);
  }
}
