package org.kartoteka.competitors.internal.ui;

import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import org.kartoteka.competitors.PriceObservationData;
import org.kartoteka.competitors.PriceObservationView;
import org.kartoteka.competitors.ProductData;
import org.kartoteka.competitors.ProductId;
import org.kartoteka.competitors.ProductView;
import org.kartoteka.competitors.internal.data.CompetitorPermissions;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.money.Money;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.CarefulSave;
import org.kartoteka.ui.api.component.CurrencyPicker;
import org.kartoteka.ui.api.component.DateField;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.PartyPicker;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.RemoveButton;
import org.kartoteka.ui.api.component.SidePanel;

/** A price that was seen; a product that is not known yet is added on the way. */
final class PriceForm extends RecordForm {

  private static final String FIELDS = "competitors.price";

  private final PartyPicker competitor;
  private final ProductPicker product;
  private final DateField date = new DateField();
  private final BigDecimalField amount;
  private final CurrencyPicker currency;
  private final PartyPicker customer;
  private final TextField source = Fields.line(300);
  private final TextArea note = Fields.lines();

  private PriceForm(CompetitorDesk desk, Workspace workspace) {
    super("price-form");
    competitor = new PartyPicker(null, desk.parties(), Words.WITH_ROLE);
    product = new ProductPicker(desk.products());
    customer = new PartyPicker(null, desk.parties());
    currency = new CurrencyPicker(workspace.formats().locale());
    amount = Fields.number(workspace.formats().locale());
    field("competitorId", FIELDS + ".competitorId", competitor);
    competitor.addValueChangeListener(event -> product.offer(competitor.partyId()));
    field("productId", FIELDS + ".productId", product);
    product.setHelperText(workspace.text("competitors.price.productId.helper"));
    known("date", FIELDS + ".date", date);
    known("price.amount", FIELDS + ".price", amount);
    known("price.currency", FIELDS + ".currency", currency);
    row(date, amount, currency);
    field("customerId", FIELDS + ".customerId", customer);
    customer.setClearButtonVisible(true);
    customer.setHelperText(workspace.text("competitors.price.customerId.helper"));
    field("source", FIELDS + ".source", source);
    field("note", FIELDS + ".note", note);
    competitor.setRequiredIndicatorVisible(true);
    product.setRequiredIndicatorVisible(true);
    date.setRequiredIndicatorVisible(true);
    amount.setRequiredIndicatorVisible(true);
    currency.setRequiredIndicatorVisible(true);
  }

  private void show(PriceObservationView price) {
    date.setValue(price.date());
    amount.setValue(price.price().amount());
    currency.setValue(price.price().currency());
    customer.choose(price.customerId());
    source.setValue(Words.orEmpty(price.source()));
    note.setValue(Words.orEmpty(price.note()));
  }

  private PriceObservationData read(ProductId productId) {
    return new PriceObservationData(
        productId,
        date.getValue(),
        new Money(amount.getValue(), currency.getValue()),
        customer.partyId(),
        Words.blankToNull(source.getValue()),
        Words.blankToNull(note.getValue()));
  }

  private List<FieldError> missing() {
    List<FieldError> missing = new ArrayList<>();
    if (date.getValue() == null) {
      missing.add(FieldError.of("date", "required"));
    }
    if (amount.getValue() == null) {
      missing.add(FieldError.of("price.amount", "required"));
    }
    if (currency.getValue() == null) {
      missing.add(FieldError.of("price.currency", "required"));
    }
    return missing;
  }

  private void record(CompetitorDesk desk, PartyId of) {
    ProductId known = product.productId();
    String name = product.newName();
    PartyId from = of == null ? competitor.partyId() : of;
    List<FieldError> missing = missing();
    if (known == null && name == null) {
      missing.add(FieldError.of("productId", "required"));
    }
    if (name != null && from == null) {
      missing.add(FieldError.of("competitorId", "required"));
    }
    InvalidInput.throwIfAny(missing);
    PriceObservationData typed = read(known);
    desk.unitOfWork()
        .run(
            () -> {
              ProductId id =
                  known == null ? desk.products().add(from, ProductData.named(name)).id() : known;
              desk.prices()
                  .record(
                      new PriceObservationData(
                          id,
                          typed.date(),
                          typed.price(),
                          typed.customerId(),
                          typed.source(),
                          typed.note()));
            });
  }

  /**
   * Records an observed price.
   *
   * @param of the competitor; null when it is chosen in the form
   * @param product the product; null when it is chosen in the form
   * @param at the customer at whom it was seen; may be null
   */
  static void add(
      CompetitorDesk desk,
      Workspace workspace,
      PartyId of,
      ProductView product,
      PartyId at,
      Runnable afterwards) {
    PriceForm form = new PriceForm(desk, workspace);
    form.competitor.setVisible(of == null);
    form.product.offer(of);
    form.product.setValue(product);
    form.date.setValue(workspace.formats().today());
    desk.usualCurrency().ifPresent(form.currency::setValue);
    form.customer.choose(at);
    SidePanel panel = SidePanel.open("price-panel", workspace.text("competitors.price.new"), form);
    form.onSave(
        () -> {
          form.record(desk, of);
          panel.close();
          workspace.done(workspace.text("competitors.saved"));
          afterwards.run();
        });
  }

  /** Corrects an observed price; without the right to it the form only shows it. */
  static void edit(
      CompetitorDesk desk, Workspace workspace, PriceObservationView price, Runnable afterwards) {
    PriceForm form = new PriceForm(desk, workspace);
    form.competitor.setVisible(false);
    form.product.setVisible(false);
    form.show(price);
    SidePanel panel =
        SidePanel.open(
            "price-panel", Words.joined(" · ", price.competitorName(), price.productName()), form);
    CarefulSave<PriceObservationView, PriceObservationData> saving =
        new CarefulSave<>(
            PriceObservationData.class,
            PriceObservationView::data,
            (read, revision, data) -> desk.prices().change(read.id(), revision, data),
            read -> desk.prices().get(read.id()),
            new Words(desk, workspace, FIELDS));
    form.onSave(
        () -> {
          InvalidInput.throwIfAny(form.missing());
          saving.save(
              price,
              form.read(price.productId()),
              saved -> {
                panel.close();
                afterwards.run();
              });
        });
    form.saveButton().setVisible(workspace.may(CompetitorPermissions.RECORD));
    if (workspace.may(CompetitorPermissions.REMOVE)) {
      form.place(
          RemoveButton.undoable(
              form,
              workspace,
              "price-remove",
              price.productName(),
              () -> {
                desk.prices().remove(price.id(), ExpectedRevision.any());
                panel.close();
                afterwards.run();
              },
              () -> {
                desk.prices().record(price.data());
                afterwards.run();
              }));
    }
  }
}
