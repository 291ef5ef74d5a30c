package org.kartoteka.ui.internal.note;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import org.kartoteka.core.api.note.NoteData;
import org.kartoteka.core.api.note.NoteView;
import org.kartoteka.core.api.note.Notebook;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.platform.api.document.AttachmentView;
import org.kartoteka.platform.api.history.ChangeView;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.AskDialog;
import org.kartoteka.ui.api.component.CarefulSave;
import org.kartoteka.ui.api.component.FileLine;
import org.kartoteka.ui.api.component.RelativeTime;
import org.kartoteka.ui.api.component.StatusPill;
import org.kartoteka.ui.api.component.UnsavedInput;
import org.kartoteka.ui.api.component.UploadButton;
import org.kartoteka.ui.internal.desk.PartyDesk;
import org.kartoteka.ui.internal.record.HistoryList;
import org.kartoteka.ui.internal.record.NoteText;
import org.kartoteka.ui.internal.record.Words;

/** One note with what can be done with it. */
final class NoteCard extends Div {

  private final transient PartyDesk desk;
  private final transient Workspace workspace;
  private final transient Runnable changed;
  private transient NoteView note;

  NoteCard(NoteView note, PartyDesk desk, Workspace workspace, Runnable changed) {
    this.desk = desk;
    this.workspace = workspace;
    this.changed = changed;
    this.note = note;
    setId("note-" + note.id().value());
    addClassName("kt-card-list-item");
    rest();
  }

  private boolean mayChange() {
    return workspace.may("core.note.manage") || (isMine() && workspace.may("core.note.write"));
  }

  private boolean isMine() {
    return workspace.user().name().equals(note.author());
  }

  private void rest() {
    removeAll();
    Span author = new Span(note.author());
    author.addClassName("kt-strong");
    RelativeTime time = new RelativeTime(note.writtenAt());
    time.addClassName("kt-muted");
    Div heading = new Div(author, time);
    heading.addClassName("kt-line");
    if (note.editedAt() != null) {
      Button edited =
          new Button(
              workspace.text("ui.note.edited", workspace.formats().ago(note.editedAt())),
              event -> history());
      edited.setId("note-history-" + note.id().value());
      edited.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
      edited.setTooltipText(workspace.text("ui.note.history"));
      heading.add(edited);
    }
    if (note.pinned()) {
      heading.add(new StatusPill(workspace.text("note.pinned"), StatusPill.Tone.INFO));
    }
    if (mayChange()) {
      heading.add(actions());
    }
    add(heading, NoteText.of(note.text()));
    for (RecordRef link : note.links()) {
      add(new StatusPill(link.label(), StatusPill.Tone.NEUTRAL));
    }
    if (!note.attachments().isEmpty()) {
      Div files = new Div();
      files.addClassName("kt-files");
      note.attachments().forEach(file -> files.add(file(file)));
      add(files);
    }
  }

  private Div actions() {
    Div actions = new Div();
    actions.addClassNames("kt-card-actions", "kt-note-actions");
    actions.add(
        small(
            "pin",
            note.pinned() ? "ui.note.unpin" : "ui.note.pin",
            VaadinIcon.PIN,
            () -> save(new NoteData(note.text(), note.links(), !note.pinned()))));
    actions.add(small("edit", "ui.note.edit", VaadinIcon.PENCIL, this::edit));
    actions.add(upload());
    actions.add(small("remove", "ui.note.remove", VaadinIcon.TRASH, this::remove));
    return actions;
  }

  private Button small(String name, String key, VaadinIcon icon, Runnable act) {
    Button button = new Button(icon.create(), event -> act(act));
    button.setId("note-" + name + "-" + note.id().value());
    button.addThemeVariants(
        ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
    button.setAriaLabel(workspace.text(key));
    button.setTooltipText(workspace.text(key));
    return button;
  }

  private void act(Runnable act) {
    try {
      act.run();
    } catch (Problem problem) {
      workspace.problem(problem);
    }
  }

  private UploadButton upload() {
    return new UploadButton(
        "note-attach-" + note.id().value(),
        workspace.text("ui.note.attach"),
        workspace,
        (name, content) -> {
          desk.notes().attach(note.id(), name, content);
          reread();
        });
  }

  private Div file(AttachmentView file) {
    Div line = new FileLine(file, workspace, () -> desk.notes().open(note.id(), file.id()));
    if (mayChange()) {
      Button remove = new Button(VaadinIcon.CLOSE_SMALL.create());
      remove.setId("attachment-remove-" + file.id().value());
      remove.addThemeVariants(
          ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
      remove.setAriaLabel(workspace.text("ui.note.detach", file.name()));
      remove.addClickListener(
          event ->
              new AskDialog(
                      "attachment-remove-dialog",
                      workspace.text("ui.note.detach", file.name()),
                      workspace.text("ui.note.detach.explanation"),
                      workspace.text("ui.note.remove"),
                      () -> {
                        desk.notes().detach(note.id(), file.id());
                        reread();
                      })
                  .open());
      line.add(remove);
    }
    return line;
  }

  /** Who edited the note, when, and what it said before. */
  private void history() {
    Dialog dialog = new Dialog();
    dialog.setId("note-history");
    dialog.setHeaderTitle(workspace.text("ui.note.history"));
    dialog.setWidth("40rem");
    dialog.setMaxWidth("100%");
    HistoryList<ChangeView> list =
        HistoryList.of(
            request -> desk.history().of(Notebook.TYPE, Long.toString(note.id().value()), request),
            new Words(Notebook.TYPE, workspace, desk.colleagues()));
    list.addClassName("kt-note-history");
    dialog.add(list);
    Button close = new Button(workspace.text("ui.bulk.close"), event -> dialog.close());
    close.setId("note-history-close");
    dialog.getFooter().add(close);
    dialog.open();
  }

  private void reread() {
    note = desk.notes().get(note.id());
    rest();
  }

  private void edit() {
    removeAll();
    TextArea text = new TextArea();
    text.setId("note-edit-text-" + note.id().value());
    text.setAriaLabel(workspace.text("ui.note.edit"));
    text.setWidthFull();
    text.setValue(note.text());
    UnsavedInput.watch(text, () -> !text.getValue().strip().equals(note.text()));
    Button save =
        new Button(
            workspace.text("ui.form.save"),
            event ->
                act(
                    () ->
                        save(new NoteData(text.getValue().strip(), note.links(), note.pinned()))));
    save.setId("note-edit-save-" + note.id().value());
    save.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
    save.addClickShortcut(Key.ENTER, KeyModifier.CONTROL)
        .listenOn(text)
        .resetFocusOnActiveElement();
    Button leave = new Button(workspace.text("ui.form.cancel"), event -> rest());
    leave.addThemeVariants(ButtonVariant.LUMO_SMALL);
    Div buttons = new Div(save, leave);
    buttons.addClassName("kt-toolbar");
    add(new NoteTools(text, workspace), text, buttons);
    text.focus();
  }

  private void save(NoteData data) {
    new CarefulSave<>(
            NoteData.class,
            NoteView::data,
            (NoteView read, ExpectedRevision revision, NoteData mine) ->
                desk.notes().change(read.id(), revision, mine),
            read -> desk.notes().get(read.id()),
            new Words("note", workspace, desk.colleagues()))
        .save(note, data, saved -> changed.run());
  }

  /** Nobody can write again in the name of another, or bring files back. */
  private void remove() {
    int files = note.attachments().size();
    if (files > 0 || !isMine()) {
      new AskDialog(
              "note-remove-dialog",
              workspace.text("ui.note.remove.title"),
              files > 0
                  ? workspace.text("ui.note.remove.explanation", files)
                  : workspace.text("ui.note.remove.of-another", note.author()),
              workspace.text("ui.note.remove"),
              this::removeNow)
          .open();
      return;
    }
    NoteView removed = note;
    desk.notes().remove(note.id(), ExpectedRevision.of(note.revision()));
    changed.run();
    workspace.done(
        workspace.text("ui.note.removed"),
        () -> {
          desk.notes()
              .write(
                  removed.personId() == null ? removed.partyId() : null,
                  removed.personId(),
                  removed.data());
          changed.run();
        });
  }

  private void removeNow() {
    desk.notes().remove(note.id(), ExpectedRevision.of(note.revision()));
    changed.run();
    workspace.done(workspace.text("ui.note.removed"));
  }
}
