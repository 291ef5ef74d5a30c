package org.kartoteka.ui.internal.exchange;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import java.util.Map;
import java.util.function.Consumer;
import org.kartoteka.platform.api.exchange.ImportOptions;
import org.kartoteka.platform.api.exchange.ImportOrder;
import org.kartoteka.platform.api.exchange.ImportPreview;
import org.kartoteka.platform.api.exchange.ImportView;
import org.kartoteka.platform.api.exchange.RecordImporter;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.PageTitle;

/** Brings in a file step by step: file, columns, trial, import; below it the imports so far. */
final class ImportWizard extends Div {

  private final transient ImportDesk desk;
  private final transient Visit visit;
  private final transient Workspace workspace;
  private final StepLine steps;
  private final Div place = new Div();
  private transient String wanted;
  private transient RecordImporter importer;
  private transient UploadedFile file;
  private transient ColumnsStep columns;
  private transient Map<String, String> tried;
  private transient ImportOptions triedOptions;
  private transient String sheet;

  ImportWizard(ImportDesk desk, Visit visit) {
    this.desk = desk;
    this.visit = visit;
    workspace = visit.workspace();
    wanted = visit.parameter("type").orElse(null);
    addClassNames("kt-page", "kt-page-scroll");
    steps = new StepLine(workspace);
    place.addClassName("kt-import-place");
    add(new PageTitle(workspace.text("ui.import.title")), steps, place);
    again();
  }

  /** Begins anew with another file. */
  void again() {
    forgetFile();
    step(
        StepLine.Step.FILE,
        new FileStep(this, desk.imports().importers(), wanted),
        new EarlierImports(desk, workspace));
  }

  /** The services. */
  ImportDesk desk() {
    return desk;
  }

  /** Looks at another sheet of the workbook. */
  void sheetChosen(String sheet, ColumnsStep from) {
    from.starting();
    UploadedFile present = file;
    desk.work(
        () ->
            present.read(
                content -> desk.imports().preview(importer.type(), present.name(), content, sheet)),
        this::understood,
        from::refused,
        from::failed);
  }

  /** Looks at the file. */
  void fileChosen(RecordImporter type, UploadedFile chosen, FileStep from) {
    forgetFile();
    file = chosen;
    importer = type;
    wanted = type.type();
    visit.guard(() -> file != null);
    getElement().setAttribute("data-unsaved", true);
    desk.work(
        () ->
            chosen.read(
                content -> desk.imports().preview(type.type(), chosen.name(), content, null)),
        this::understood,
        problem -> {
          forgetFile();
          from.refused(problem);
        },
        () -> {
          forgetFile();
          from.failed();
        });
  }

  private void understood(ImportPreview preview) {
    sheet = preview.sheet();
    columns = new ColumnsStep(this, importer, file, preview);
    columns();
  }

  /** Back to the choice of columns. */
  void columns() {
    step(StepLine.Step.COLUMNS, columns);
  }

  /** Starts the import or its trial with the chosen columns. */
  void start(Map<String, String> mapping, ImportOptions options, boolean trial, ColumnsStep from) {
    from.starting();
    ImportOptions read =
        new ImportOptions(
            options.mode(),
            options.refuseMatching(),
            options.matchBy(),
            options.clearBlank(),
            sheet);
    start(
        mapping,
        read,
        trial,
        view -> {
          from.failed();
          tried = mapping;
          triedOptions = read;
          step(StepLine.Step.TRIAL, new TrialStep(this, desk, view));
        },
        from::refused,
        from::failed);
  }

  /** Starts the import with the columns of the trial. */
  void startTried(TrialStep from) {
    from.starting();
    start(tried, triedOptions, false, view -> {}, from::refused, from::failed);
  }

  private void start(
      Map<String, String> mapping,
      ImportOptions options,
      boolean trial,
      Consumer<ImportView> onTrial,
      Consumer<Problem> refused,
      Runnable failed) {
    UploadedFile present = file;
    String type = importer.type();
    desk.work(
        () ->
            present.read(
                content ->
                    desk.imports()
                        .start(
                            new ImportOrder(type, present.name(), mapping, options, trial),
                            content)),
        view -> {
          if (trial) {
            onTrial.accept(view);
          } else {
            forgetFile();
            visit.navigate("import/" + view.id().value());
          }
        },
        refused,
        failed);
  }

  private void step(StepLine.Step step, Component... components) {
    steps.show(step);
    place.removeAll();
    place.add(components);
  }

  private void forgetFile() {
    visit.guard(null);
    getElement().setAttribute("data-unsaved", false);
    if (file != null) {
      file.delete();
      file = null;
    }
  }

  @Override
  protected void onDetach(DetachEvent event) {
    forgetFile();
    super.onDetach(event);
  }
}
