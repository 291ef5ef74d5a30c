package org.kartoteka.ui.internal.privacy;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import org.kartoteka.core.api.privacy.Consents;
import org.kartoteka.core.api.privacy.LegalBasis;
import org.kartoteka.core.api.privacy.ProcessingPurpose;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;

/** A purpose of processing, with the legal bases explained. */
final class PurposeForm extends RecordForm {

  private final TextField name;
  private final RadioButtonGroup<LegalBasis> basis;
  private final TextArea description;

  private PurposeForm(Workspace workspace) {
    super("purpose-form");
    name = field("name", "ui.purpose.name", new TextField());
    name.setHelperText(workspace.text("ui.purpose.name.helper"));
    name.setRequiredIndicatorVisible(true);
    description = field("description", "ui.purpose.description", new TextArea());
    description.setRequiredIndicatorVisible(true);
    basis = field("basis", "ui.purpose.basis", new RadioButtonGroup<>());
    basis.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
    basis.setRequiredIndicatorVisible(true);
    basis.setItems(LegalBasis.values());
    basis.setRenderer(new ComponentRenderer<>(one -> explained(workspace, one)));
  }

  private static Span explained(Workspace workspace, LegalBasis basis) {
    Span title = new Span(workspace.text("privacy.basis." + basis.name()));
    title.addClassName("kt-strong");
    Span words = new Span(workspace.text("privacy.basis." + basis.name() + ".explained"));
    words.addClassName("kt-muted");
    return new Span(title, new Span(" · "), words);
  }

  /** Adds a purpose. */
  static void add(Consents consents, Workspace workspace, Runnable saved) {
    open(consents, workspace, null, saved);
  }

  /** Changes a purpose. */
  static void change(
      Consents consents, Workspace workspace, ProcessingPurpose purpose, Runnable saved) {
    open(consents, workspace, purpose, saved);
  }

  private static void open(
      Consents consents, Workspace workspace, ProcessingPurpose purpose, Runnable saved) {
    PurposeForm form = new PurposeForm(workspace);
    if (purpose != null) {
      form.show(purpose);
    }
    SidePanel panel =
        new SidePanel(
            purpose == null
                ? workspace.text("ui.purpose.new")
                : workspace.text(
                    "ui.purpose.change", ConsentForm.purpose(workspace, purpose.name())),
            form);
    panel.setId("purpose-panel");
    form.unchanged();
    form.onSave(
        () -> {
          consents.save(form.data(purpose != null && purpose.archived()));
          form.unchanged();
          panel.close();
          workspace.done(workspace.text("ui.purpose.saved"));
          saved.run();
        });
    panel.open();
  }

  private void show(ProcessingPurpose purpose) {
    name.setValue(purpose.name());
    name.setReadOnly(true);
    description.setValue(purpose.description());
    basis.setValue(purpose.basis());
  }

  private ProcessingPurpose data(boolean archived) {
    return new ProcessingPurpose(
        name.getValue(), basis.getValue(), description.getValue(), archived);
  }
}
