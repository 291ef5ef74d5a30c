package org.kartoteka.ui.internal.privacy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import org.kartoteka.core.api.privacy.Consents;
import org.kartoteka.core.api.privacy.ProcessingPurpose;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.AskDialog;
import org.kartoteka.ui.api.component.EmptyState;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.PageTitle;
import org.kartoteka.ui.api.component.StatusPill;
import org.kartoteka.ui.internal.record.ActionButton;
import org.kartoteka.ui.internal.record.ShortList;

/** What personal data are processed for, and on what ground. */
final class PurposesPage extends Div {

  private final transient Consents consents;
  private final transient Workspace workspace;
  private final transient KeysetGrid<ProcessingPurpose> grid;

  PurposesPage(Consents consents, Visit visit) {
    this.consents = consents;
    workspace = visit.workspace();
    addClassName("kt-page");
    visit.title(workspace.text("ui.retention.purposes"));
    grid = grid();
    add(
        new PageTitle(workspace.text("ui.retention.title"), adding("purpose-new")),
        new PrivacyTabs(workspace, PrivacyTabs.PURPOSES),
        grid);
  }

  private Button adding(String id) {
    Button add = new Button(workspace.text("ui.purpose.new"), VaadinIcon.PLUS.create());
    add.setId(id);
    add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add.addClickListener(event -> PurposeForm.add(consents, workspace, grid::refresh));
    return add;
  }

  private KeysetGrid<ProcessingPurpose> grid() {
    KeysetGrid<ProcessingPurpose> list =
        new KeysetGrid<>(
            "purposes",
            request -> ShortList.page(consents.purposes(), request),
            ProcessingPurpose::name);
    list.column("name", "ui.purpose.name", this::title).wide("10rem", 1);
    list.column("basis", "ui.purpose.basis", new ComponentRenderer<>(this::basis)).wide("11rem", 0);
    list.column("description", "ui.purpose.description", ProcessingPurpose::description)
        .wide("16rem", 3);
    list.column("state", "ui.purpose.state", new ComponentRenderer<>(this::state)).wide("7rem", 0);
    list.column("acts", "ui.purpose.acts", new ComponentRenderer<>(this::acts)).wide("7rem", 0);
    return list.card(this::card)
        .onOpen(purpose -> PurposeForm.change(consents, workspace, purpose, grid::refresh))
        .whenEmpty(
            new EmptyState(
                "vaadin:bullseye",
                workspace.text("ui.purpose.none"),
                workspace.text("ui.purpose.none.why"),
                adding("purpose-first")));
  }

  private String title(ProcessingPurpose purpose) {
    return ConsentForm.purpose(workspace, purpose.name());
  }

  private Component basis(ProcessingPurpose purpose) {
    Span basis = new Span(workspace.text("privacy.basis." + purpose.basis().name()));
    basis.setTitle(workspace.text("privacy.basis." + purpose.basis().name() + ".explained"));
    return basis;
  }

  private StatusPill state(ProcessingPurpose purpose) {
    return purpose.archived()
        ? new StatusPill(workspace.text("ui.purpose.ended"), StatusPill.Tone.NEUTRAL)
        : new StatusPill(workspace.text("ui.purpose.inUse"), StatusPill.Tone.GOOD);
  }

  private Component acts(ProcessingPurpose purpose) {
    Div acts =
        new Div(
            ActionButton.bare(
                "purpose-change-" + purpose.name(),
                workspace.text("ui.purpose.change", title(purpose)),
                "vaadin:edit",
                () -> PurposeForm.change(consents, workspace, purpose, grid::refresh)),
            purpose.archived()
                ? ActionButton.bare(
                    "purpose-again-" + purpose.name(),
                    workspace.text("ui.purpose.again", title(purpose)),
                    "vaadin:rotate-left",
                    () -> archive(purpose, false))
                : ActionButton.bare(
                    "purpose-end-" + purpose.name(),
                    workspace.text("ui.purpose.end", title(purpose)),
                    "vaadin:archive",
                    () -> end(purpose)));
    acts.addClassName("kt-toolbar");
    return acts;
  }

  private void end(ProcessingPurpose purpose) {
    new AskDialog(
            "purpose-end",
            workspace.text("ui.purpose.end", title(purpose)),
            workspace.text("ui.purpose.end.why"),
            workspace.text("ui.purpose.end.verb"),
            () -> archive(purpose, true))
        .open();
  }

  private void archive(ProcessingPurpose purpose, boolean archived) {
    consents.save(
        new ProcessingPurpose(purpose.name(), purpose.basis(), purpose.description(), archived));
    grid.refresh();
    workspace.done(workspace.text("ui.purpose.saved"));
  }

  private Component card(ProcessingPurpose purpose) {
    Span name = new Span(title(purpose));
    name.addClassNames("kt-strong", "kt-truncate");
    Div first = new Div(name, state(purpose), acts(purpose));
    first.addClassName("kt-card-line");
    Span second =
        new Span(
            workspace.text("privacy.basis." + purpose.basis().name())
                + " · "
                + purpose.description());
    second.addClassNames("kt-muted", "kt-truncate");
    Div card = new Div(first, second);
    card.addClassName("kt-row-card");
    return card;
  }
}
