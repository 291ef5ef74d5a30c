package org.kartoteka.competitors.internal.ui;

import com.vaadin.flow.component.textfield.TextField;
import org.kartoteka.competitors.ProductData;
import org.kartoteka.competitors.ProductView;
import org.kartoteka.competitors.internal.data.CompetitorPermissions;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.CarefulSave;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.PartyPicker;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.RemoveButton;
import org.kartoteka.ui.api.component.SidePanel;

/** A competitor's product. */
final class ProductForm extends RecordForm {

  private static final String FIELDS = "competitors.product";

  private final PartyPicker competitor;
  private final TextField name = Fields.line(300);
  private final TextField category = Fields.line(100);
  private final TextField unit = Fields.line(30);
  private final TextField comparable = Fields.line(300);

  private ProductForm(CompetitorDesk desk) {
    super("product-form");
    competitor = new PartyPicker(null, desk.parties(), Words.WITH_ROLE);
    field("competitorId", FIELDS + ".competitorId", competitor);
    field("name", FIELDS + ".name", name);
    known("category", FIELDS + ".category", category);
    known("unit", FIELDS + ".unit", unit);
    row(category, unit);
    field("comparableProduct", FIELDS + ".comparableProduct", comparable);
    name.setRequiredIndicatorVisible(true);
    competitor.setRequiredIndicatorVisible(true);
  }

  private void show(ProductData data) {
    name.setValue(Words.orEmpty(data.name()));
    category.setValue(Words.orEmpty(data.category()));
    unit.setValue(Words.orEmpty(data.unit()));
    comparable.setValue(Words.orEmpty(data.comparableProduct()));
  }

  private ProductData read() {
    return new ProductData(
        Words.blankToNull(name.getValue()),
        Words.blankToNull(category.getValue()),
        Words.blankToNull(unit.getValue()),
        Words.blankToNull(comparable.getValue()));
  }

  /**
   * Adds a product.
   *
   * @param of the competitor; null when it is chosen in the form
   */
  static void add(CompetitorDesk desk, Workspace workspace, PartyId of, Runnable afterwards) {
    ProductForm form = new ProductForm(desk);
    form.competitor.setVisible(of == null);
    SidePanel panel =
        SidePanel.open("product-panel", workspace.text("competitors.product.new"), form);
    form.onSave(
        () -> {
          PartyId competitor =
              Fields.required("competitorId", of == null ? form.competitor.partyId() : of);
          desk.products().add(competitor, form.read());
          panel.close();
          workspace.done(workspace.text("competitors.saved"));
          afterwards.run();
        });
  }

  /** Edits a product; without the right to it the form only shows it. */
  static void edit(
      CompetitorDesk desk, Workspace workspace, ProductView product, Runnable afterwards) {
    ProductForm form = new ProductForm(desk);
    form.competitor.setVisible(false);
    form.show(product.data());
    SidePanel panel = SidePanel.open("product-panel", product.competitorName(), form);
    CarefulSave<ProductView, ProductData> saving =
        new CarefulSave<>(
            ProductData.class,
            ProductView::data,
            (read, revision, data) -> desk.products().change(read.id(), revision, data),
            read -> desk.products().get(read.id()),
            new Words(desk, workspace, FIELDS));
    form.onSave(
        () ->
            saving.save(
                product,
                form.read(),
                saved -> {
                  panel.close();
                  afterwards.run();
                }));
    form.saveButton().setVisible(workspace.may(CompetitorPermissions.RECORD));
    if (workspace.may(CompetitorPermissions.REMOVE)) {
      form.place(
          RemoveButton.asking(
              workspace,
              "product-remove",
              product.name(),
              () -> {
                desk.products().remove(product.id(), ExpectedRevision.any());
                panel.close();
                workspace.done(workspace.text("ui.removed", product.name()));
                afterwards.run();
              }));
    }
  }
}
