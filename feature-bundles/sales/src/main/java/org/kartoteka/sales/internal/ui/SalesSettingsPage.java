package org.kartoteka.sales.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.stream.Stream;
import org.kartoteka.sales.AutomaticRun;
import org.kartoteka.sales.SalesSettingsData;
import org.kartoteka.sales.TaxRate;
import org.kartoteka.sales.TaxRates;
import org.kartoteka.sales.internal.SalesSettings;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.kartoteka.ui.api.SettingsPage;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.CurrencyPicker;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.Links;
import org.kartoteka.ui.api.component.RecordForm;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** The settings of this room: who invoices, and how recurring invoices come about. */
@org.osgi.service.component.annotations.Component
public final class SalesSettingsPage implements SettingsPage {

  private static final String KEY = "sales.settings.";

  private final SalesSettings settings;
  private final TaxRates taxRates;

  @Activate
  public SalesSettingsPage(@Reference SalesSettings settings, @Reference TaxRates taxRates) {
    this.settings = settings;
    this.taxRates = taxRates;
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
    return SalesSettings.PERMISSION;
  }

  @Override
  public Component open(Visit visit) {
    Workspace workspace = visit.workspace();
    SalesSettingsData shown = settings.read();
    CurrencyPicker home = new CurrencyPicker(workspace.formats().locale());
    TextArea seller = Fields.lines();
    ComboBox<String> taxCode = new ComboBox<>();
    IntegerField days = new IntegerField();
    Select<AutomaticRun> run = new Select<>();
    taxCode.setItems(codes(shown.taxCode()));
    run.setItems(AutomaticRun.values());
    run.setItemLabelGenerator(one -> workspace.text(KEY + "run." + one));
    RecordForm form = new RecordForm("sales-settings");
    form.field("seller", KEY + "seller", seller);
    form.field("homeCurrency", KEY + "homeCurrency", home);
    form.field("taxCode", KEY + "taxCode", taxCode);
    form.field("paymentDays", KEY + "paymentDays", days);
    form.field("run", KEY + "run", run);
    form.place(rates(workspace));
    seller.setHelperText(workspace.text(KEY + "seller.helper"));
    home.setHelperText(workspace.text(KEY + "homeCurrency.helper"));
    taxCode.setHelperText(workspace.text(KEY + "taxCode.helper"));
    days.setHelperText(workspace.text(KEY + "paymentDays.helper"));
    seller.setValue(Fields.orEmpty(shown.seller()));
    home.setValue(shown.homeCurrency());
    taxCode.setValue(shown.taxCode());
    days.setValue(shown.paymentDays());
    run.setValue(shown.automaticRun());
    form.unchanged();
    visit.guard(form::isChanged);
    form.onLeave(() -> visit.navigate("settings/" + id()));
    form.onSave(
        () -> {
          settings.keep(
              new SalesSettingsData(
                  home.getValue(),
                  Fields.text(seller),
                  taxCode.getValue(),
                  days.getValue(),
                  run.getValue()));
          form.unchanged();
          workspace.done(workspace.text("sales.saved"));
        });
    return form;
  }

  /** The way to the lists of rates. */
  private static Div rates(Workspace workspace) {
    Div links = new Div();
    links.addClassName("kt-toolbar");
    for (RoomTab tab : List.of(RoomTab.TAX_RATES, RoomTab.EXCHANGE_RATES)) {
      links.add(Links.to(tab.address(), workspace.text(tab.titleKey())));
    }
    return links;
  }

  /** Those of the rates, and the one that is set even where there is no rate of it yet. */
  private List<String> codes(String set) {
    return Stream.concat(Stream.of(set), taxRates.all().stream().map(TaxRate::code))
        .distinct()
        .sorted()
        .toList();
  }
}
