package org.kartoteka.ui.internal.exchange;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.List;
import org.kartoteka.platform.api.exchange.ExportField;
import org.kartoteka.platform.api.exchange.ExportOrder;
import org.kartoteka.platform.api.exchange.ExportQuery;
import org.kartoteka.platform.api.exchange.ExportView;
import org.kartoteka.platform.api.exchange.Exports;
import org.kartoteka.platform.api.exchange.FileFormat;
import org.kartoteka.platform.api.exchange.RecordExporter;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.ErrorBox;

/** Asks for format and columns, then sends the file. */
final class ExportDialog extends Dialog {

  private final transient Exports exports;
  private final transient RecordExporter exporter;
  private final transient Workspace workspace;
  private final transient ExportQuery query;
  private final RadioButtonGroup<FileFormat> format = new RadioButtonGroup<>();
  private final MultiSelectComboBox<ExportField> fields = new MultiSelectComboBox<>();
  private final Div problem = new Div();

  ExportDialog(Exports exports, RecordExporter exporter, Workspace workspace, ExportQuery query) {
    this.exports = exports;
    this.exporter = exporter;
    this.workspace = workspace;
    this.query = query;
    ImportWords words = new ImportWords(workspace);
    setId("export-dialog");
    setHeaderTitle(workspace.text("ui.export.title"));
    setWidth("30rem");
    setMaxWidth("100%");
    Paragraph what =
        new Paragraph(
            query.ids().isEmpty()
                ? workspace.text("ui.export.what")
                : workspace.text("ui.export.selected", query.ids().size()));
    format.setId("export-format");
    format.setLabel(workspace.text("ui.export.format"));
    format.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
    format.setItems(
        List.of(FileFormat.values()).stream().filter(exporter.formats()::contains).toList());
    format.setItemLabelGenerator(one -> workspace.text("ui.export.format." + one.name()));
    format.setValue(FileFormat.XLSX);
    fields.setId("export-fields");
    fields.setLabel(workspace.text("ui.export.fields"));
    fields.setPlaceholder(workspace.text("ui.export.fields.all"));
    fields.setItems(exporter.fields());
    fields.setItemLabelGenerator(
        field ->
            field.title() == null ? words.field(exporter.type(), field.name()) : field.title());
    fields.setWidthFull();
    format.addValueChangeListener(event -> fields.setVisible(event.getValue() != FileFormat.VCARD));
    problem.setId("export-problem");
    add(what, format, fields, problem);
    Button cancel = new Button(workspace.text("ui.form.cancel"), event -> close());
    cancel.setId("export-cancel");
    Button start = new Button(workspace.text("ui.export.start"), event -> start());
    start.setId("export-start");
    start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    getFooter().add(cancel, start);
  }

  private void start() {
    try {
      List<String> chosen =
          exporter.fields().stream()
              .filter(fields.getValue()::contains)
              .map(ExportField::name)
              .toList();
      send(exports.order(new ExportOrder(exporter.type(), format.getValue(), chosen, query)));
    } catch (Problem refused) {
      problem.removeAll();
      problem.add(new ErrorBox(refused));
    }
  }

  /** The file is written while the browser fetches it, once. */
  private void send(ExportView export) {
    UI page = UI.getCurrent();
    Anchor file =
        new Anchor(
            (DownloadHandler)
                event -> {
                  event.setFileName(export.fileName());
                  event.setContentType(export.format().mediaType());
                  exports.write(export.id(), event.getOutputStream());
                },
            "");
    file.getElement().setAttribute("download", export.fileName());
    file.getStyle().set("display", "none");
    page.add(file);
    file.getElement().executeJs("this.click()");
    close();
    workspace.done(workspace.text("ui.export.started", export.fileName()));
  }
}
