package org.kartoteka.ui.internal.exchange;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.kartoteka.platform.api.exchange.FileFormat;
import org.kartoteka.platform.api.exchange.ImportField;
import org.kartoteka.platform.api.exchange.ImportPreview;
import org.kartoteka.platform.api.exchange.ImportTemplate;
import org.kartoteka.platform.api.exchange.ImportTemplateView;
import org.kartoteka.platform.api.exchange.RecordImporter;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.ErrorBox;

/** Which column of the file fills which field. */
final class ColumnsStep extends Div {

  private final transient Workspace workspace;
  private final transient ImportWords words;
  private final transient RecordImporter importer;
  private final transient Map<String, ComboBox<ImportField>> choices = new LinkedHashMap<>();
  private final OptionsPanel options;
  private final TemplatePanel templates;
  private final Div missing = new Div();
  private final Div problem = new Div();
  private final ProgressBar progress = new ProgressBar();
  private final Div buttons = new Div();

  ColumnsStep(
      ImportWizard wizard, RecordImporter importer, UploadedFile file, ImportPreview preview) {
    this.importer = importer;
    workspace = Workspace.current();
    words = new ImportWords(workspace);
    addClassNames("kt-panel", "kt-import-columns");
    Paragraph facts = new Paragraph(words.detected(preview));
    facts.setId("import-detected");
    facts.addClassName("kt-muted");
    missing.setId("import-missing");
    missing.addClassNames("kt-notice", "warn");
    problem.setId("import-columns-problem");
    progress.setIndeterminate(true);
    progress.setVisible(false);
    buttons.addClassName("kt-form-actions");
    buttons.add(
        button("import-other-file", "ui.import.other-file", wizard::again),
        button("import-try", "ui.import.try", () -> start(wizard, true)),
        primary(button("import-start", "ui.import.start", () -> start(wizard, false))));
    options = new OptionsPanel(workspace, words, importer, preview.options());
    templates =
        new TemplatePanel(
            wizard.desk(),
            workspace,
            importer.type(),
            preview.template(),
            this::show,
            name -> new ImportTemplate(name, importer.type(), mapping(), options.value()));
    add(new H2(file.name()), facts);
    if (preview.sheets().size() > 1) {
      add(sheets(wizard, preview));
    }
    add(templates, mappingTable(preview), sample(preview), options, missing, problem);
    options.onChange(this::tellMissing);
    add(progress, buttons);
    tellMissing();
  }

  private void start(ImportWizard wizard, boolean trial) {
    if (missing.isVisible()) {
      missing.setClassName("kt-error-box");
      missing.getElement().setAttribute("role", "alert");
      missing.scrollIntoView();
    } else {
      wizard.start(mapping(), options.value(), trial, this);
    }
  }

  private Select<String> sheets(ImportWizard wizard, ImportPreview preview) {
    Select<String> sheets = new Select<>();
    sheets.setId("import-sheet");
    sheets.setLabel(workspace.text("ui.import.sheet"));
    sheets.setItems(preview.sheets());
    sheets.setValue(preview.sheet());
    sheets.addValueChangeListener(event -> wizard.sheetChosen(event.getValue(), this));
    return sheets;
  }

  /** Takes over a template. */
  private void show(ImportTemplateView template) {
    choices.forEach((column, choice) -> choice.setValue(field(template.mapping().get(column))));
    options.show(template.options());
  }

  private Button button(String id, String key, Runnable act) {
    Button button = new Button(workspace.text(key), event -> act.run());
    button.setId(id);
    return button;
  }

  private static Button primary(Button button) {
    button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    return button;
  }

  private Div mappingTable(ImportPreview preview) {
    Div table = new Div();
    table.setId("import-mapping");
    table.addClassName("kt-mapping");
    int number = 0;
    for (String column : preview.columns()) {
      boolean ofCards = preview.format() == FileFormat.VCARD;
      Span heading = new Span(ofCards ? words.field(importer.type(), column) : column);
      heading.addClassNames("kt-strong", "kt-wrap");
      Span samples = new Span(samples(preview, column));
      samples.addClassNames("kt-muted", "kt-truncate");
      ComboBox<ImportField> choice = choice(column, number);
      choice.setValue(field(preview.mapping().get(column)));
      choices.put(column, choice);
      Div line = new Div(new Div(heading, samples), choice);
      line.addClassName("kt-mapping-line");
      table.add(line);
      number++;
    }
    choices.values().forEach(field -> field.addValueChangeListener(event -> tellMissing()));
    return table;
  }

  private ComboBox<ImportField> choice(String column, int number) {
    ComboBox<ImportField> choice = new ComboBox<>();
    choice.setId("import-column-" + number);
    choice.setAriaLabel(workspace.text("ui.import.field-of", column));
    choice.setPlaceholder(workspace.text("ui.import.not-imported"));
    choice.setClearButtonVisible(true);
    choice.setItems(importer.fields());
    choice.setItemLabelGenerator(this::title);
    return choice;
  }

  private String title(ImportField field) {
    String title =
        field.title() == null ? words.field(importer.type(), field.name()) : field.title();
    return title + (field.required() ? " *" : "");
  }

  private ImportField field(String name) {
    return importer.fields().stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  private static String samples(ImportPreview preview, String column) {
    return String.join(" · ", preview.examples().getOrDefault(column, List.of()));
  }

  private Details sample(ImportPreview preview) {
    Details details =
        new Details(workspace.text("ui.import.sample"), new SampleTable(preview, workspace));
    details.setId("import-sample");
    return details;
  }

  private void tellMissing() {
    List<ImportField> chosen = choices.values().stream().map(ComboBox::getValue).toList();
    Set<String> mapped =
        chosen.stream().filter(Objects::nonNull).map(ImportField::name).collect(Collectors.toSet());
    String names =
        importer.missing(mapped).stream()
            .map(field -> words.field(importer.type(), field))
            .collect(Collectors.joining(", "));
    boolean needed = options.value().mode().creates() ? !names.isEmpty() : mapped.isEmpty();
    missing.setVisible(needed);
    missing.setText(
        names.isEmpty()
            ? workspace.text("ui.import.missing-all")
            : workspace.text("ui.import.missing", names));
    choices
        .values()
        .forEach(
            choice -> {
              boolean twice =
                  choice.getValue() != null
                      && chosen.stream().filter(choice.getValue()::equals).count() > 1;
              choice.setInvalid(twice);
              choice.setErrorMessage(twice ? workspace.text("ui.import.twice") : null);
            });
  }

  private Map<String, String> mapping() {
    Map<String, String> mapping = new LinkedHashMap<>();
    choices.forEach(
        (column, choice) -> {
          if (choice.getValue() != null) {
            mapping.put(column, choice.getValue().name());
          }
        });
    return mapping;
  }

  /** The import is being started: nothing more can be pressed. */
  void starting() {
    problem.removeAll();
    progress.setVisible(true);
    buttons.setEnabled(false);
  }

  /** It was refused: the columns may be chosen otherwise. */
  void refused(Problem why) {
    failed();
    problem.removeAll();
    problem.add(new ErrorBox(why));
    problem.scrollIntoView();
  }

  /** Starting failed: it may be tried again. */
  void failed() {
    progress.setVisible(false);
    buttons.setEnabled(true);
  }
}
