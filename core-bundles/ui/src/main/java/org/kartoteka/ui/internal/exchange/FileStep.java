package org.kartoteka.ui.internal.exchange;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kartoteka.platform.api.exchange.RecordImporter;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.ErrorBox;

/** What is brought in, and from which file. */
final class FileStep extends Div {

  private static final String USUAL = "party";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final transient ImportWizard wizard;
  private final transient Workspace workspace;
  private final transient ImportWords words;
  private final Select<RecordImporter> type = new Select<>();
  private final Paragraph fields = new Paragraph();
  private final Upload upload = new Upload();
  private final ProgressBar progress = new ProgressBar();
  private final Div problem = new Div();

  FileStep(ImportWizard wizard, List<RecordImporter> importers, String wanted) {
    this.wizard = wizard;
    workspace = Workspace.current();
    words = new ImportWords(workspace);
    addClassNames("kt-panel", "kt-import-file");
    type.setId("import-type");
    type.setLabel(workspace.text("ui.import.type"));
    type.setItems(importers);
    type.setItemLabelGenerator(one -> words.type(one.type()));
    type.addValueChangeListener(event -> tellFields(event.getValue()));
    fields.setId("import-fields");
    fields.addClassName("kt-muted");
    progress.setIndeterminate(true);
    progress.setVisible(false);
    progress.setId("import-reading");
    problem.setId("import-file-problem");
    prepareUpload();
    add(type, fields, upload, progress, problem);
    importers.stream()
        .filter(one -> one.type().equals(wanted))
        .findFirst()
        .or(() -> importers.stream().filter(one -> one.type().equals(USUAL)).findFirst())
        .or(() -> importers.stream().findFirst())
        .ifPresent(type::setValue);
    upload.setVisible(!importers.isEmpty());
    if (importers.isEmpty()) {
      problem.add(new Span(workspace.text("ui.import.no-types")));
    }
  }

  private void prepareUpload() {
    upload.setId("import-upload");
    upload.setAcceptedFileTypes(
        ".csv", ".tsv", ".txt", ".xlsx", ".vcf", "text/csv", "text/plain", "text/vcard", XLSX);
    upload.setMaxFiles(1);
    upload.setDropLabel(new Span(workspace.text("ui.import.drop")));
    Button button = new Button(workspace.text("ui.import.choose"), VaadinIcon.UPLOAD.create());
    button.setId("import-choose");
    button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    upload.setUploadButton(button);
    upload.addFileRejectedListener(event -> show(ErrorBox.of("ui.import.wrong-kind")));
    upload.setUploadHandler(
        UploadHandler.toTempFile(
            (metadata, file) -> {
              upload.clearFileList();
              problem.removeAll();
              progress.setVisible(true);
              wizard.fileChosen(type.getValue(), new UploadedFile(metadata.fileName(), file), this);
            }));
  }

  private void tellFields(RecordImporter importer) {
    fields.setText(
        importer == null
            ? ""
            : workspace.text(
                "ui.import.fields",
                importer.missing(Set.of()).stream()
                    .map(field -> words.field(importer.type(), field))
                    .collect(Collectors.joining(", "))));
  }

  /** The file was refused: another may be chosen. */
  void refused(Problem why) {
    show(new ErrorBox(why));
  }

  /** Reading the file failed: it may be tried again. */
  void failed() {
    progress.setVisible(false);
  }

  private void show(ErrorBox box) {
    progress.setVisible(false);
    problem.removeAll();
    problem.add(box);
  }
}
