package org.kartoteka.ui.internal.exchange;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.kartoteka.platform.api.exchange.ImportTemplate;
import org.kartoteka.platform.api.exchange.ImportTemplateId;
import org.kartoteka.platform.api.exchange.ImportTemplateView;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.ui.api.Workspace;

/** Chooses a template, keeps the present choice under a name, or removes one. */
final class TemplatePanel extends Div {

  private final transient ImportDesk desk;
  private final transient Workspace workspace;
  private final transient String type;
  private final transient Function<String, ImportTemplate> made;
  private final ComboBox<String> name = new ComboBox<>();
  private final Button remove;
  private transient List<ImportTemplateView> templates = List.of();

  /**
   * A panel.
   *
   * @param present the template that is in use; null for none
   * @param chosen takes over a template
   * @param made makes a template of this name out of the present choice
   */
  TemplatePanel(
      ImportDesk desk,
      Workspace workspace,
      String type,
      ImportTemplateId present,
      Consumer<ImportTemplateView> chosen,
      Function<String, ImportTemplate> made) {
    this.desk = desk;
    this.workspace = workspace;
    this.type = type;
    this.made = made;
    setId("import-template");
    addClassName("kt-toolbar");
    getStyle().set("align-items", "end");
    name.setId("import-template-name");
    name.setLabel(workspace.text("ui.import.template"));
    name.setPlaceholder(workspace.text("ui.import.template.none"));
    name.setWidth("20rem");
    name.setMaxWidth("100%");
    name.setAllowCustomValue(true);
    name.setClearButtonVisible(true);
    name.addCustomValueSetListener(event -> name.setValue(event.getDetail()));
    Button save = new Button(workspace.text("ui.import.template.save"), event -> save());
    save.setId("import-template-save");
    remove = new Button(VaadinIcon.TRASH.create(), event -> remove());
    remove.setId("import-template-remove");
    remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    remove.setAriaLabel(workspace.text("ui.import.template.remove"));
    remove.setTooltipText(workspace.text("ui.import.template.remove"));
    add(name, save, remove);
    read();
    templates.stream()
        .filter(one -> one.id().equals(present))
        .findFirst()
        .ifPresent(one -> name.setValue(one.name()));
    remove.setVisible(find(name.getValue()) != null);
    name.addValueChangeListener(
        event -> {
          ImportTemplateView template = find(event.getValue());
          remove.setVisible(template != null);
          if (template != null && event.isFromClient()) {
            chosen.accept(template);
          }
        });
  }

  private void read() {
    String value = name.getValue();
    templates = desk.imports().templates(type);
    name.setItems(templates.stream().map(ImportTemplateView::name).toList());
    name.setValue(value);
  }

  private ImportTemplateView find(String wanted) {
    return templates.stream()
        .filter(one -> one.name().equalsIgnoreCase(wanted))
        .findFirst()
        .orElse(null);
  }

  private void save() {
    try {
      ImportTemplateView saved = desk.imports().save(made.apply(name.getValue()));
      read();
      name.setValue(saved.name());
      remove.setVisible(true);
      name.setInvalid(false);
      workspace.done(workspace.text("ui.import.template.saved", saved.name()));
    } catch (Problem problem) {
      name.setErrorMessage(workspace.text("ui.import.template.name-needed"));
      name.setInvalid(name.getValue() == null);
      if (!name.isInvalid()) {
        workspace.problem(problem);
      }
    }
  }

  private void remove() {
    ImportTemplateView template = find(name.getValue());
    if (template != null) {
      desk.imports().remove(template.id());
      name.clear();
      read();
      remove.setVisible(false);
    }
  }
}
