package org.kartoteka.ui.internal.admission;

import com.vaadin.flow.component.checkbox.Checkbox;
import org.kartoteka.core.api.admission.Admissions;
import org.kartoteka.platform.api.settings.Settings;
import org.kartoteka.ui.api.SettingsPage;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.RecordForm;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether new parties need an admission. */
@Component
public class AdmissionSettings implements SettingsPage {

  private final Settings settings;

  @Activate
  public AdmissionSettings(@Reference Settings settings) {
    this.settings = settings;
  }

  @Override
  public String id() {
    return "admission";
  }

  @Override
  public String feature() {
    return "core";
  }

  @Override
  public String titleKey() {
    return "party.admission";
  }

  @Override
  public int order() {
    return 15;
  }

  @Override
  public String permission() {
    return "platform.setting.change";
  }

  @Override
  public com.vaadin.flow.component.Component open(Visit visit) {
    Workspace workspace = visit.workspace();
    RecordForm form = new RecordForm("settings-admission");
    Checkbox required = form.field("required", "setting.core.admission.required", new Checkbox());
    required.setHelperText(workspace.text("ui.admission.setting.why"));
    Runnable show =
        () -> {
          required.setValue(settings.get(Admissions.SETTING).map("true"::equals).orElse(false));
          form.unchanged();
        };
    show.run();
    visit.guard(form::isChanged);
    form.onLeave(show);
    form.onSave(
        () -> {
          settings.set(Admissions.SETTING, required.getValue() ? "true" : null);
          form.unchanged();
          workspace.done(workspace.text("ui.settings.saved"));
        });
    return form;
  }
}
