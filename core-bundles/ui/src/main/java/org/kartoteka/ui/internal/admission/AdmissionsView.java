package org.kartoteka.ui.internal.admission;

import org.kartoteka.core.api.admission.Admissions;
import org.kartoteka.ui.api.Section;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.WorkspaceView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The parties that wait for a decision: {@code admissions}. */
@Component
public class AdmissionsView implements WorkspaceView {

  private final Admissions admissions;

  @Activate
  public AdmissionsView(@Reference Admissions admissions) {
    this.admissions = admissions;
  }

  @Override
  public String id() {
    return "admissions";
  }

  @Override
  public String feature() {
    return "core";
  }

  @Override
  public String titleKey() {
    return "ui.admission.plural";
  }

  @Override
  public Section section() {
    return Section.REGISTER;
  }

  @Override
  public String icon() {
    return "vaadin:gavel";
  }

  @Override
  public int order() {
    return 45;
  }

  @Override
  public String permission() {
    return "core.admission.decide";
  }

  @Override
  public com.vaadin.flow.component.Component open(Visit visit) {
    return new AdmissionsPage(admissions, visit);
  }
}
