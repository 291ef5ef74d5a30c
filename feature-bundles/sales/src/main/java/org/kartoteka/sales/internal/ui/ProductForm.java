package org.kartoteka.sales.internal.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.TextRenderer;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.sales.ProductData;
import org.kartoteka.sales.ProductGroupView;
import org.kartoteka.sales.ProductKind;
import org.kartoteka.sales.ProductView;
import org.kartoteka.sales.TaxRate;
import org.kartoteka.sales.internal.data.SalesPermissions;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.CurrencyPicker;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.RemoveButton;
import org.kartoteka.ui.api.component.SidePanel;

/** A product or service. */
final class ProductForm extends RecordForm {

  private static final String FIELDS = "sales.product.";

  private final TextField code = Fields.line(40);
  private final TextField name = Fields.line(300);
  private final Select<ProductKind> kind = new Select<>();
  private final TextField unit = Fields.line(30);
  private final BigDecimalField price;
  private final BigDecimalField cost;
  private final CurrencyPicker currency;
  private final ComboBox<String> tax = new ComboBox<>();
  private final ComboBox<ProductGroupView> group = new ComboBox<>();
  private final Checkbox active = new Checkbox();

  private ProductForm(SalesDesk desk, Workspace workspace) {
    super("product-form");
    price = Fields.number(workspace.formats().locale());
    cost = Fields.number(workspace.formats().locale());
    currency = new CurrencyPicker(workspace.formats().locale());
    kind.setItems(ProductKind.values());
    kind.setItemLabelGenerator(one -> workspace.text("sales.kind." + one));
    tax.setItems(desk.taxRates().all().stream().map(TaxRate::code).distinct().toList());
    group.setItems(desk.catalogue().groups());
    group.setItemLabelGenerator(ProductGroupView::name);
    group.setRenderer(new TextRenderer<>(CataloguePage::indented));
    group.setClearButtonVisible(true);
    known("code", FIELDS + "code", code);
    known("kind", FIELDS + "kind", kind);
    row(code, kind);
    field("name", FIELDS + "name", name);
    known("price", FIELDS + "price", price);
    known("currency", "sales.document.currency", currency);
    row(price, currency);
    known("cost", FIELDS + "cost", cost);
    known("unit", FIELDS + "unit", unit);
    row(cost, unit);
    known("taxCode", "sales.line.taxCode", tax);
    known("groupId", FIELDS + "group", group);
    row(tax, group);
    field("active", FIELDS + "active", active);
    code.setRequiredIndicatorVisible(true);
    name.setRequiredIndicatorVisible(true);
    price.setRequiredIndicatorVisible(true);
    tax.setRequiredIndicatorVisible(true);
  }

  private void show(SalesDesk desk, ProductData data) {
    code.setValue(Fields.orEmpty(data.code()));
    name.setValue(Fields.orEmpty(data.name()));
    kind.setValue(data.kind());
    unit.setValue(Fields.orEmpty(data.unit()));
    price.setValue(data.price());
    cost.setValue(data.cost());
    currency.setValue(data.currency());
    tax.setValue(data.taxCode());
    group.setValue(
        desk.catalogue().groups().stream()
            .filter(one -> one.id().equals(data.groupId()))
            .findFirst()
            .orElse(null));
    active.setValue(data.active());
  }

  private ProductData read() {
    return new ProductData(
        Fields.text(code),
        Fields.text(name),
        kind.getValue(),
        Fields.text(unit),
        price.getValue(),
        cost.getValue(),
        currency.getValue(),
        tax.getValue(),
        group.getValue() == null ? null : group.getValue().id(),
        Boolean.TRUE.equals(active.getValue()));
  }

  static void add(SalesDesk desk, Workspace workspace, Runnable afterwards) {
    ProductForm form = new ProductForm(desk, workspace);
    form.show(
        desk,
        new ProductData(
            null,
            null,
            ProductKind.SERVICE,
            null,
            null,
            null,
            desk.exchange().home(),
            null,
            null,
            true));
    SidePanel panel = SidePanel.open("product-panel", workspace.text(FIELDS + "new"), form);
    form.onSave(
        () -> {
          desk.catalogue().add(form.read());
          panel.close();
          workspace.done(workspace.text("sales.saved"));
          afterwards.run();
        });
  }

  /** Edits a product; without the right to it the form only shows it. */
  static void edit(SalesDesk desk, Workspace workspace, ProductView product, Runnable afterwards) {
    ProductForm form = new ProductForm(desk, workspace);
    form.show(desk, product.data());
    SidePanel panel = SidePanel.open("product-panel", product.name(), form);
    form.onSave(
        () -> {
          desk.catalogue()
              .change(product.id(), ExpectedRevision.of(product.revision()), form.read());
          panel.close();
          workspace.done(workspace.text("sales.saved"));
          afterwards.run();
        });
    boolean may = workspace.may(SalesPermissions.CATALOGUE);
    form.saveButton().setVisible(may);
    if (may) {
      form.place(
          RemoveButton.asking(
              workspace,
              "product-remove",
              product.name(),
              () -> {
                desk.catalogue().remove(product.id(), ExpectedRevision.any());
                panel.close();
                afterwards.run();
              }));
    }
  }
}
