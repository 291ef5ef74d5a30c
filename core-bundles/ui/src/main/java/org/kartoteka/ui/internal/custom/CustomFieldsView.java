package org.kartoteka.ui.internal.custom;

import org.kartoteka.core.api.custom.CustomFields;
import org.kartoteka.ui.api.Section;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.WorkspaceView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where administrators define fields of their own. */
@Component
public class CustomFieldsView implements WorkspaceView {

  private final CustomFields fields;
  private final CustomFieldNews news;

  @Activate
  public CustomFieldsView(@Reference CustomFields fields, @Reference CustomFieldNews news) {
    this.fields = fields;
    this.news = news;
  }

  @Override
  public String id() {
    return "custom-fields";
  }

  @Override
  public String feature() {
    return "core";
  }

  @Override
  public String titleKey() {
    return "ui.custom.title";
  }

  @Override
  public Section section() {
    return Section.ADMINISTRATION;
  }

  @Override
  public String icon() {
    return "vaadin:form";
  }

  @Override
  public int order() {
    return 25;
  }

  @Override
  public String permission() {
    return "core.custom-field.manage";
  }

  @Override
  public com.vaadin.flow.component.Component open(Visit visit) {
    return new CustomFieldsPage(fields, news, visit);
  }
}
