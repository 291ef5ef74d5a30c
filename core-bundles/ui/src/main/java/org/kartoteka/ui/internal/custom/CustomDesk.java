package org.kartoteka.ui.internal.custom;

import java.util.List;
import org.kartoteka.core.api.custom.CustomFieldView;
import org.kartoteka.core.api.custom.CustomFields;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.RecordForm;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What other pages need of custom fields. */
@Component(service = CustomDesk.class)
public class CustomDesk {

  private final CustomFields fields;
  private final CustomFieldNews news;

  @Activate
  public CustomDesk(@Reference CustomFields fields, @Reference CustomFieldNews news) {
    this.fields = fields;
    this.news = news;
  }

  /** The fields of parties. */
  public List<CustomFieldView> ofParties() {
    return fields.of("party");
  }

  /** The fields of persons. */
  public List<CustomFieldView> ofPersons() {
    return fields.of("person");
  }

  /** Every field, archived ones too. */
  public List<CustomFieldView> all() {
    return fields.all();
  }

  /** Adds the fields to a form. */
  public CustomInputs inputs(RecordForm form, Workspace workspace, List<CustomFieldView> of) {
    return CustomInputs.in(form, workspace, of);
  }

  /** While the component is shown, tells it of changes of the definitions. */
  public void follow(
      com.vaadin.flow.component.Component component, String recordType, Runnable changed) {
    news.follow(component, recordType, changed);
  }
}
