package org.kartoteka.sales.internal.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.kartoteka.core.api.trade.Billing;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.sales.TemplateData;
import org.kartoteka.sales.TemplateData.TemplateLine;
import org.kartoteka.sales.TemplateView;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.CurrencyPicker;
import org.kartoteka.ui.api.component.DateField;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.RowsField;
import org.kartoteka.ui.api.component.SidePanel;

/** What is invoiced to many parties again and again; who they are stands in a dialog of its own. */
final class TemplateForm extends RecordForm {

  private static final int NAME = 300;
  private static final int MOST_MONTHS = 120;
  private static final String FIELDS = "sales.template.";

  private final TextField name = Fields.line(NAME);
  private final CurrencyPicker currency;
  private final DateField startsOn = new DateField();
  private final DateField endsOn = new DateField();
  private final IntegerField months = new IntegerField();
  private final Select<Billing.Due> due = new Select<>();
  private final RowsField<TemplateLine> lines;
  private final DateField effectiveOn = new DateField();
  private LocalDate anchor;

  private TemplateForm(SalesDesk desk, Workspace workspace) {
    super("template-form");
    currency = new CurrencyPicker(workspace.formats().locale());
    lines = new RowsField<>("template-line", () -> new LineRow(desk, workspace));
    months.setMin(0);
    months.setMax(MOST_MONTHS);
    months.setStepButtonsVisible(true);
    due.setItems(Billing.Due.values());
    due.setItemLabelGenerator(one -> workspace.text("sales.due." + one));
    field("name", FIELDS + "name", name);
    name.setRequiredIndicatorVisible(true);
    known("startsOn", FIELDS + "startsOn", startsOn);
    startsOn.setRequiredIndicatorVisible(true);
    known("endsOn", FIELDS + "endsOn", endsOn);
    row(startsOn, endsOn);
    known("billing.months", FIELDS + "months", months);
    known("billing.due", FIELDS + "due", due);
    row(months, due);
    field("currency", "sales.document.currency", currency);
    field("lines", "sales.document.lines", lines);
  }

  static void add(SalesDesk desk, Workspace workspace, Runnable afterwards) {
    TemplateForm form = new TemplateForm(desk, workspace);
    form.currency.setValue(desk.exchange().home());
    form.startsOn.setValue(workspace.formats().today().withDayOfMonth(1));
    form.months.setValue(1);
    form.due.setValue(Billing.Due.IN_ADVANCE);
    form.lines.setValue(List.of(LineRow.BLANK));
    form.unchanged();
    SidePanel panel = SidePanel.open("template-panel", workspace.text(FIELDS + "new"), form);
    form.onSave(
        () -> {
          TemplateView made = desk.templates().add(form.read());
          panel.close();
          TemplatePartiesDialog.open(desk, workspace, made, afterwards);
        });
  }

  static void edit(SalesDesk desk, Workspace workspace, TemplateView shown, Runnable afterwards) {
    TemplateView template = desk.templates().get(shown.id());
    TemplateForm form = new TemplateForm(desk, workspace);
    form.field("effectiveOn", FIELDS + "effectiveOn", form.effectiveOn);
    form.effectiveOn.setValue(workspace.formats().today());
    form.show(template);
    SidePanel panel = SidePanel.open("template-panel", template.name(), form);
    form.onSave(
        () -> {
          desk.templates()
              .change(template.id(), ExpectedRevision.of(template.revision()), form.read());
          panel.close();
          workspace.done(workspace.text("sales.saved"));
          afterwards.run();
        });
  }

  private void show(TemplateView template) {
    name.setValue(template.name());
    currency.setValue(template.currency());
    currency.setReadOnly(true);
    startsOn.setValue(template.startsOn());
    endsOn.setValue(template.endsOn());
    months.setValue(template.billing().months());
    due.setValue(template.billing().due());
    anchor = template.billing().anchor();
    lines.setValue(template.lines());
    unchanged();
  }

  private TemplateData read() {
    Integer every = Fields.required("billing.months", months.getValue());
    Billing.Due when = Fields.required("billing.due", due.getValue());
    return new TemplateData(
        Fields.text(name),
        currency.getValue(),
        startsOn.getValue(),
        endsOn.getValue(),
        new Billing(every, when, anchor),
        lines.getValue(),
        null,
        effectiveOn.getValue());
  }

  /** A product with its quantity, at its own price or another. */
  private static final class LineRow extends RowsField.Row<TemplateLine> {

    static final TemplateLine BLANK = new TemplateLine(null, null, BigDecimal.ONE, null);

    private final ProductPicker product;
    private final BigDecimalField quantity;
    private final BigDecimalField price;
    private TemplateLine shown = BLANK;

    LineRow(SalesDesk desk, Workspace workspace) {
      product = input("product", new ProductPicker(desk, workspace));
      quantity = input("quantity", Fields.number(workspace.formats().locale()));
      quantity.setLabel(workspace.text("sales.line.quantity"));
      quantity.setValue(BigDecimal.ONE);
      price = input("unitPrice", Fields.number(workspace.formats().locale()));
      price.setLabel(workspace.text("sales.line.unitPrice"));
    }

    @Override
    public void show(TemplateLine line) {
      shown = line;
      product.setValue(line.product());
      quantity.setValue(line.quantity());
      price.setValue(line.unitPrice());
    }

    @Override
    public TemplateLine value() {
      return product.isEmpty()
          ? null
          : new TemplateLine(
              product.getValue(), shown.name(), quantity.getValue(), price.getValue());
    }
  }
}
