package org.kartoteka.sales.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.kartoteka.sales.internal.SalesSettings;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.kartoteka.ui.api.SettingsPage;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.RecordForm;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** The settings of this room: who invoices, and how recurring invoices come about. */
@org.osgi.service.component.annotations.Component
public final class SalesSettingsPage implements SettingsPage {

  private static final String KEY = "sales.settings.";

  private final SalesSettings settings;

  /** When recurring invoices are made. */
  private enum Run {
    BY_HAND,
    DRAFTS,
    POSTED
  }

  @Activate
  public SalesSettingsPage(@Reference SalesSettings settings) {
    this.settings = settings;
  }

  @Override
  public String id() {
    return SalesPermissions.FEATURE;
  }

  @Override
  public String feature() {
    return SalesPermissions.FEATURE;
  }

  @Override
  public String titleKey() {
    return "sales.title";
  }

  @Override
  public String permission() {
    return "platform.setting.change";
  }

  @Override
  public Component open(Visit visit) {
    Workspace workspace = visit.workspace();
    TextArea seller = Fields.lines();
    TextField taxCode = Fields.line(40);
    IntegerField days = new IntegerField();
    Select<Run> run = new Select<>();
    run.setItems(Run.values());
    run.setItemLabelGenerator(one -> workspace.text(KEY + "run." + one));
    RecordForm form = new RecordForm("sales-settings");
    form.field("seller", KEY + "seller", seller);
    form.field("taxCode", KEY + "taxCode", taxCode);
    form.field("paymentDays", KEY + "paymentDays", days);
    form.field("run", KEY + "run", run);
    seller.setHelperText(workspace.text(KEY + "seller.helper"));
    taxCode.setHelperText(workspace.text(KEY + "taxCode.helper"));
    seller.setValue(String.join("\n", settings.seller()));
    taxCode.setValue(settings.usualTaxCode());
    days.setValue(settings.paymentDays());
    run.setValue(
        settings
            .automaticRunPosts()
            .map(posts -> posts ? Run.POSTED : Run.DRAFTS)
            .orElse(Run.BY_HAND));
    form.unchanged();
    visit.guard(form::isChanged);
    form.onLeave(() -> visit.navigate("settings/" + id()));
    form.onSave(
        () -> {
          settings.keep(
              Fields.text(seller),
              Fields.text(taxCode),
              days.getValue(),
              run.getValue() == Run.BY_HAND ? null : run.getValue() == Run.POSTED);
          form.unchanged();
          workspace.done(workspace.text("sales.saved"));
        });
    return form;
  }
}
