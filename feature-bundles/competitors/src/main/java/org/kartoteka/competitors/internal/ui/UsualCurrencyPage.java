package org.kartoteka.competitors.internal.ui;

import com.vaadin.flow.component.Component;
import org.kartoteka.competitors.internal.data.CompetitorPermissions;
import org.kartoteka.ui.api.SettingsPage;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.CurrencyPicker;
import org.kartoteka.ui.api.component.RecordForm;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** The settings of this room: the currency of prices that come without one. */
@org.osgi.service.component.annotations.Component
public final class UsualCurrencyPage implements SettingsPage {

  private final CompetitorDesk desk;

  @Activate
  public UsualCurrencyPage(@Reference CompetitorDesk desk) {
    this.desk = desk;
  }

  @Override
  public String id() {
    return CompetitorPermissions.FEATURE;
  }

  @Override
  public String feature() {
    return CompetitorPermissions.FEATURE;
  }

  @Override
  public String titleKey() {
    return "competitors.title";
  }

  @Override
  public String permission() {
    return "platform.setting.change";
  }

  @Override
  public Component open(Visit visit) {
    Workspace workspace = visit.workspace();
    CurrencyPicker currency = new CurrencyPicker(workspace.formats().locale());
    currency.setValue(desk.usualCurrency().orElse(null));
    RecordForm form = new RecordForm("competitors-settings");
    form.field("currency", "competitors.settings.currency", currency);
    currency.setHelperText(workspace.text("competitors.settings.currency.helper"));
    form.unchanged();
    visit.guard(form::isChanged);
    form.onLeave(() -> visit.navigate("settings/" + id()));
    form.onSave(
        () -> {
          desk.chooseUsualCurrency(currency.getValue());
          form.unchanged();
          workspace.done(workspace.text("competitors.saved"));
        });
    return form;
  }
}
