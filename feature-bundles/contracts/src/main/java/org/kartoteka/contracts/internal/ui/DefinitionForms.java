package org.kartoteka.contracts.internal.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import org.kartoteka.contracts.CodeEntry;
import org.kartoteka.contracts.CodeList;
import org.kartoteka.contracts.ContractTypeData;
import org.kartoteka.contracts.ContractTypeView;
import org.kartoteka.contracts.Demand;
import org.kartoteka.contracts.NumberSeriesData;
import org.kartoteka.contracts.NumberSeriesView;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;

/** The forms of what a company defines for its contracts. */
final class DefinitionForms {

  private DefinitionForms() {}

  /** Adds a type, or changes one. */
  static void type(
      ContractDesk desk, Workspace workspace, ContractTypeView present, Runnable afterwards) {
    RecordForm form = new RecordForm("type-form");
    TextField code = form.field("code", "contracts.define.code", Fields.line(40));
    TextField name = form.field("name", "contracts.define.name", Fields.line(300));
    ComboBox<NumberSeriesView> series =
        form.field("series", "contracts.type.series", new ComboBox<>());
    series.setItems(desk.series().all());
    series.setItemLabelGenerator(NumberSeriesView::name);
    series.setClearButtonVisible(true);
    CheckboxGroup<Demand> demands =
        form.field("demands", "contracts.type.demands", new CheckboxGroup<>());
    demands.setItems(Demand.values());
    demands.setItemLabelGenerator(one -> workspace.text("contracts.demand." + one.name()));
    IntegerField notice =
        form.field("noticeMonths", "contracts.field.noticeMonths", new IntegerField());
    IntegerField renewal =
        form.field("renewalMonths", "contracts.field.renewalMonths", new IntegerField());
    Checkbox retired = form.field("retired", "contracts.define.retire", new Checkbox());
    if (present != null) {
      code.setValue(present.code());
      code.setReadOnly(true);
      name.setValue(present.name());
      desk.series().all().stream()
          .filter(one -> one.id().equals(present.series()))
          .forEach(series::setValue);
      demands.setValue(present.demands());
      notice.setValue(present.noticeMonths());
      renewal.setValue(present.renewalMonths());
      retired.setValue(present.retired());
    }
    open(
        workspace,
        form,
        "contracts.define.types",
        () -> {
          ContractTypeData data =
              new ContractTypeData(
                  Fields.text(code),
                  Fields.text(name),
                  demands.getValue(),
                  series.getValue() == null ? null : series.getValue().id(),
                  notice.getValue(),
                  renewal.getValue(),
                  present == null ? null : present.billing(),
                  present == null ? null : present.due(),
                  retired.getValue());
          if (present == null) {
            desk.types().add(data);
          } else {
            desk.types().change(present.id(), ExpectedRevision.of(present.revision()), data);
          }
        },
        afterwards);
  }

  /** Adds a number series, or changes one. */
  static void series(
      ContractDesk desk, Workspace workspace, NumberSeriesView present, Runnable afterwards) {
    RecordForm form = new RecordForm("series-form");
    TextField name = form.field("name", "contracts.define.name", Fields.line(300));
    TextField pattern = form.field("pattern", "contracts.series.pattern", Fields.line(100));
    pattern.setHelperText(workspace.text("contracts.series.helper"));
    pattern.setValue(present == null ? "K/{yyyy}/{nnnn}" : present.pattern());
    name.setValue(present == null ? "" : present.name());
    open(
        workspace,
        form,
        "contracts.define.series",
        () -> {
          NumberSeriesData data = new NumberSeriesData(Fields.text(name), Fields.text(pattern));
          if (present == null) {
            desk.series().add(data);
          } else {
            desk.series().change(present.id(), ExpectedRevision.of(present.revision()), data);
          }
        },
        afterwards);
  }

  /** Adds an entry of a code list, or changes one. */
  static void code(
      ContractDesk desk,
      Workspace workspace,
      CodeList list,
      CodeEntry present,
      Runnable afterwards) {
    RecordForm form = new RecordForm("code-form");
    TextField code = form.field("code", "contracts.define.code", Fields.line(40));
    TextField name = form.field("name", "contracts.define.name", Fields.line(300));
    Checkbox retired = form.field("retired", "contracts.define.retire", new Checkbox());
    if (present != null) {
      code.setValue(present.code());
      code.setReadOnly(true);
      name.setValue(present.name());
      retired.setValue(present.retired());
    }
    open(
        workspace,
        form,
        "contracts.define." + list.name(),
        () ->
            desk.codes()
                .put(new CodeEntry(list, Fields.text(code), Fields.text(name), retired.getValue())),
        afterwards);
  }

  private static void open(
      Workspace workspace, RecordForm form, String titleKey, Runnable saving, Runnable afterwards) {
    SidePanel panel = SidePanel.open("define-panel", workspace.text(titleKey), form);
    form.onSave(
        () -> {
          saving.run();
          panel.close();
          workspace.done(workspace.text("ui.saved.notice"));
          afterwards.run();
        });
  }
}
