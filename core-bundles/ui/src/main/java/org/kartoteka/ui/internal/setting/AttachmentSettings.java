package org.kartoteka.ui.internal.setting;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.regex.Pattern;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.settings.Settings;
import org.kartoteka.ui.api.SettingsPage;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.RecordForm;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How large attached files may be and where they are kept. */
@Component
public class AttachmentSettings implements SettingsPage {

  private static final String LIMIT = "platform.attachment-limit";
  private static final String STORE = "platform.attachment-store";
  private static final String SCANNER = "platform.clamd";
  private static final Pattern ADDRESS = Pattern.compile("[^\\s/]+:\\d{1,5}|/\\S+");
  private static final String DATABASE = "database";
  private static final String FOLDER = "folder";
  private static final long MEGABYTE = 1024L * 1024;
  private static final long USUAL = 25 * MEGABYTE;
  private static final int MOST = 1024;

  private final Settings settings;

  @Activate
  public AttachmentSettings(@Reference Settings settings) {
    this.settings = settings;
  }

  @Override
  public String id() {
    return "attachments";
  }

  @Override
  public String feature() {
    return "platform";
  }

  @Override
  public String titleKey() {
    return "ui.settings.attachments";
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public String permission() {
    return "platform.setting.change";
  }

  @Override
  public com.vaadin.flow.component.Component open(Visit visit) {
    Workspace workspace = visit.workspace();
    RecordForm form = new RecordForm("settings-attachments");
    IntegerField limit = form.field("limit", "ui.settings.attachment-limit", new IntegerField());
    limit.setStepButtonsVisible(true);
    limit.setManualValidation(true);
    limit.setSuffixComponent(new Span(workspace.text("ui.settings.megabytes")));
    limit.setHelperText(workspace.text("ui.settings.attachment-limit.why", MOST));
    RadioButtonGroup<String> store =
        form.field("store", "ui.settings.attachment-store", new RadioButtonGroup<>());
    store.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
    store.setItems(DATABASE, FOLDER);
    store.setItemLabelGenerator(one -> workspace.text("ui.settings.attachment-store." + one));
    store.setHelperText(workspace.text("ui.settings.attachment-store.why"));
    TextField scanner = form.field("scanner", "ui.settings.attachment-scanner", new TextField());
    scanner.setHelperText(workspace.text("ui.settings.attachment-scanner.why"));
    Runnable show =
        () -> {
          scanner.setValue(settings.get(SCANNER).orElse(""));
          limit.setValue((int) megabytes());
          store.setValue(settings.get(STORE).orElse(DATABASE));
          form.unchanged();
        };
    show.run();
    visit.guard(form::isChanged);
    form.onLeave(show);
    form.onSave(
        () -> {
          save(limit.getValue(), store.getValue(), scanner.getValue().strip());
          form.unchanged();
          workspace.done(workspace.text("ui.settings.saved"));
        });
    return form;
  }

  private long megabytes() {
    long bytes = settings.get(LIMIT).map(Long::parseLong).orElse(USUAL);
    return Math.max(1, Math.min(MOST, (bytes + MEGABYTE - 1) / MEGABYTE));
  }

  private void save(Integer limit, String store, String scanner) {
    if (limit == null || limit < 1 || limit > MOST) {
      throw new InvalidInput(FieldError.of("limit", "range", 1, MOST));
    }
    if (!scanner.isEmpty() && !ADDRESS.matcher(scanner).matches()) {
      throw new InvalidInput(FieldError.of("scanner", "scannerAddress"));
    }
    settings.set(SCANNER, scanner.isEmpty() ? null : scanner);
    settings.set(LIMIT, Long.toString(limit * MEGABYTE));
    settings.set(STORE, store);
  }
}
