package org.kartoteka.ui.internal.custom;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import org.kartoteka.core.api.custom.CustomFieldData;
import org.kartoteka.core.api.custom.CustomFieldIndex;
import org.kartoteka.core.api.custom.CustomFieldView;
import org.kartoteka.core.api.custom.CustomFields;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.EmptyState;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.PageTitle;
import org.kartoteka.ui.api.component.StatusPill;
import org.kartoteka.ui.internal.record.ActionButton;
import org.kartoteka.ui.internal.record.ShortList;

/** All custom fields: define, change, archive, remove. */
final class CustomFieldsPage extends Div {

  private final transient CustomFields fields;
  private final transient Workspace workspace;
  private final PageTitle title;
  private final transient KeysetGrid<CustomFieldView> grid;

  CustomFieldsPage(CustomFields fields, CustomFieldNews news, Visit visit) {
    this.fields = fields;
    workspace = visit.workspace();
    addClassName("kt-page");
    title = new PageTitle(workspace.text("ui.custom.title"), adding("custom-new"));
    grid = grid();
    add(title, grid);
    news.follow(this, "party", this::changed);
    news.follow(this, "person", this::changed);
    count();
  }

  private Button adding(String id) {
    Button add = new Button(workspace.text("ui.custom.new"), VaadinIcon.PLUS.create());
    add.setId(id);
    add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add.addClickListener(event -> CustomFieldForm.define(fields, workspace, this::changed));
    return add;
  }

  private KeysetGrid<CustomFieldView> grid() {
    KeysetGrid<CustomFieldView> list =
        new KeysetGrid<>(
            "custom-fields", request -> ShortList.page(fields.all(), request), CustomFieldView::id);
    list.column("label", "custom-field.label", new ComponentRenderer<>(this::label))
        .wide("14rem", 2);
    list.column("name", "custom-field.name", CustomFieldView::name).wide("10rem", 1);
    list.column(
            "recordType",
            "custom-field.recordType",
            row -> workspace.text("custom-field.recordType." + row.recordType()))
        .wide("8rem", 0);
    list.column(
            "type",
            "custom-field.type",
            row -> workspace.text("custom-field.type." + row.type().name()))
        .wide("9rem", 0);
    list.column(
            "required",
            "custom-field.required",
            row -> row.required() ? workspace.text("custom.yes") : "")
        .wide("8rem", 0);
    list.column("position", "custom-field.position", CustomFieldView::position)
        .numeric()
        .wide("7rem", 0);
    list.column("acts", "ui.custom.acts", new ComponentRenderer<>(this::acts)).wide("9rem", 0);
    return list.card(this::card)
        .onOpen(this::change)
        .whenEmpty(
            new EmptyState(
                "vaadin:form",
                workspace.text("ui.custom.none"),
                workspace.text("ui.custom.none.why"),
                adding("custom-first")));
  }

  private Component label(CustomFieldView field) {
    Span label = new Span(field.label(workspace.formats().locale()));
    Div line = new Div(label);
    line.addClassName("kt-line");
    if (field.archived()) {
      line.add(new StatusPill(workspace.text("custom-field.archived"), StatusPill.Tone.NEUTRAL));
    }
    if (field.index() != CustomFieldIndex.READY) {
      line.add(index(field));
    }
    return line;
  }

  private Component index(CustomFieldView field) {
    boolean failed = field.index() == CustomFieldIndex.FAILED;
    StatusPill pill =
        new StatusPill(
            workspace.text("custom-field.index." + field.index().name()),
            failed ? StatusPill.Tone.WARN : StatusPill.Tone.INFO);
    pill.setId("custom-index-" + field.recordType() + "-" + field.name());
    pill.getElement()
        .setAttribute(
            "title", workspace.text(failed ? "ui.custom.index.failed" : "ui.custom.index.waiting"));
    return pill;
  }

  private Component acts(CustomFieldView field) {
    String id = field.recordType() + "-" + field.name();
    String name = field.label(workspace.formats().locale());
    Div acts =
        new Div(
            ActionButton.bare(
                "custom-change-" + id,
                workspace.text("ui.custom.change", name),
                "vaadin:edit",
                () -> change(field)),
            ActionButton.bare(
                "custom-archive-" + id,
                workspace.text(
                    field.archived() ? "ui.custom.unarchive" : "ui.custom.archive", name),
                field.archived() ? "vaadin:archives" : "vaadin:archive",
                () -> archive(field)),
            ActionButton.bare(
                "custom-remove-" + id,
                workspace.text("ui.custom.remove", name),
                "vaadin:trash",
                () -> remove(field)));
    acts.addClassName("kt-toolbar");
    return acts;
  }

  private Component card(CustomFieldView field) {
    Div first = new Div(label(field), acts(field));
    first.addClassName("kt-card-line");
    Span second =
        new Span(
            workspace.text("custom-field.recordType." + field.recordType())
                + " · "
                + workspace.text("custom-field.type." + field.type().name())
                + " · "
                + field.name());
    second.addClassName("kt-muted");
    Div card = new Div(first, second);
    card.addClassName("kt-row-card");
    return card;
  }

  private void change(CustomFieldView field) {
    CustomFieldForm.change(fields, workspace, fields.get(field.id()), this::changed);
  }

  private void archive(CustomFieldView field) {
    act(
        () -> {
          CustomFieldView done = archived(fields.get(field.id()), !field.archived());
          workspace.done(
              workspace.text(
                  done.archived() ? "ui.custom.archived" : "ui.custom.unarchived",
                  done.label(workspace.formats().locale())),
              () -> {
                archived(fields.get(field.id()), field.archived());
                changed();
              });
        });
  }

  private CustomFieldView archived(CustomFieldView field, boolean archived) {
    CustomFieldData data = field.data();
    return fields.change(
        field.id(),
        ExpectedRevision.of(field.revision()),
        new CustomFieldData(
            data.recordType(),
            data.name(),
            data.labels(),
            data.type(),
            data.options(),
            data.required(),
            data.position(),
            archived));
  }

  private void remove(CustomFieldView field) {
    act(
        () -> {
          fields.remove(field.id(), ExpectedRevision.of(fields.get(field.id()).revision()));
          workspace.done(
              workspace.text("ui.custom.removed", field.label(workspace.formats().locale())),
              () -> {
                fields.define(field.data());
                changed();
              });
        });
  }

  private void act(Runnable act) {
    try {
      act.run();
    } catch (Problem problem) {
      workspace.problem(problem);
    }
    changed();
  }

  private void changed() {
    grid.refresh();
    count();
  }

  private void count() {
    title.count(workspace.formats().number(fields.all().size()));
  }
}
