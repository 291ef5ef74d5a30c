package org.kartoteka.ui.internal.setting;

import com.vaadin.flow.component.combobox.ComboBox;
import java.text.Collator;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.kartoteka.platform.api.settings.Settings;
import org.kartoteka.ui.api.SettingsPage;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.RecordForm;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where the firm is: what is meant when nothing else is said. */
@Component
public class RegionSettings implements SettingsPage {

  private static final String COUNTRY = "core.default-country";
  private static final String USUAL = "PL";

  private final Settings settings;

  @Activate
  public RegionSettings(@Reference Settings settings) {
    this.settings = settings;
  }

  @Override
  public String id() {
    return "general";
  }

  @Override
  public String feature() {
    return "core";
  }

  @Override
  public String titleKey() {
    return "ui.settings.general";
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public String permission() {
    return "platform.setting.change";
  }

  @Override
  public com.vaadin.flow.component.Component open(Visit visit) {
    Workspace workspace = visit.workspace();
    RecordForm form = new RecordForm("settings-general");
    ComboBox<String> country =
        form.field("country", "setting.core.default-country", new ComboBox<>());
    country.setItems(countries(workspace.formats().locale()));
    country.setItemLabelGenerator(code -> name(code, workspace.formats().locale()));
    country.setHelperText(workspace.text("ui.settings.country.why"));
    Runnable show =
        () -> {
          country.setValue(settings.get(COUNTRY).orElse(USUAL));
          form.unchanged();
        };
    show.run();
    visit.guard(form::isChanged);
    form.onLeave(show);
    form.onSave(
        () -> {
          settings.set(COUNTRY, country.getValue());
          form.unchanged();
          workspace.done(workspace.text("ui.settings.saved"));
        });
    return form;
  }

  private static List<String> countries(Locale language) {
    Collator order = Collator.getInstance(language);
    return Arrays.stream(Locale.getISOCountries())
        .sorted((one, other) -> order.compare(name(one, language), name(other, language)))
        .toList();
  }

  private static String name(String code, Locale language) {
    return new Locale("", code).getDisplayCountry(language) + " (" + code + ")";
  }
}
