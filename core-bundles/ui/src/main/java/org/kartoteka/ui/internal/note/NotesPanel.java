package org.kartoteka.ui.internal.note;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.kartoteka.core.api.note.NoteData;
import org.kartoteka.core.api.note.NoteQuery;
import org.kartoteka.core.api.note.NoteView;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.ProblemText;
import org.kartoteka.ui.api.component.UnsavedInput;
import org.kartoteka.ui.internal.desk.PartyDesk;

/** The notes on a party or about a person: written, searched, read page by page. */
public final class NotesPanel extends Div {

  private static final int PAGE = 20;

  private final transient PartyDesk desk;
  private final transient Workspace workspace;
  private final transient PartyId party;
  private final transient PersonId person;
  private final TextField filter = new TextField();
  private final Div list = new Div();
  private final Button more = new Button();
  private String next;

  public NotesPanel(PartyDesk desk, Workspace workspace, PartyId party, PersonId person) {
    this.desk = desk;
    this.workspace = workspace;
    this.party = party;
    this.person = person;
    setId("notes");
    addClassName("kt-notes");
    if (workspace.may("core.note.write")) {
      add(composer());
    }
    filter.setId("notes-filter");
    filter.setPlaceholder(workspace.text("ui.note.filter"));
    filter.setAriaLabel(workspace.text("ui.note.filter"));
    filter.setClearButtonVisible(true);
    filter.setValueChangeMode(ValueChangeMode.LAZY);
    filter.addValueChangeListener(event -> fill());
    list.addClassName("kt-card-list");
    more.setText(workspace.text("ui.list.more"));
    more.setId("notes-more");
    more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
    more.addClickListener(event -> read());
    add(filter, list, more);
    fill();
  }

  private Div composer() {
    TextArea text = new TextArea();
    text.setId("note-text");
    text.setAriaLabel(workspace.text("ui.note.write"));
    text.setPlaceholder(workspace.text("ui.note.placeholder"));
    text.setWidthFull();
    text.setMinRows(2);
    text.getElement().setAttribute("data-draft", true);
    UnsavedInput.watch(text, () -> !text.getValue().isBlank());
    text.setMaxRows(12);
    Button write = new Button(workspace.text("ui.note.write"));
    write.setId("note-write");
    write.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
    write.addClickListener(event -> write(text));
    write
        .addClickShortcut(Key.ENTER, KeyModifier.CONTROL)
        .listenOn(text)
        .resetFocusOnActiveElement();
    Div composer = new Div(new NoteTools(text, workspace), text, write);
    composer.addClassName("kt-composer");
    return composer;
  }

  private void write(TextArea text) {
    if (text.isEmpty()) {
      text.focus();
      return;
    }
    try {
      desk.notes()
          .write(person == null ? party : null, person, NoteData.text(text.getValue().strip()));
      text.setInvalid(false);
      text.clear();
      fill();
      workspace.done(workspace.text("ui.note.written"));
    } catch (Problem problem) {
      text.setErrorMessage(ProblemText.of(problem));
      text.setInvalid(true);
    }
  }

  /** Reads the notes anew. */
  void fill() {
    list.removeAll();
    next = null;
    read();
    if (list.getComponentCount() == 0) {
      Span none =
          new Span(workspace.text(filter.isEmpty() ? "ui.note.none" : "ui.note.none-found"));
      none.addClassName("kt-muted");
      list.add(none);
    }
    filter.setVisible(more.isVisible() || !filter.isEmpty());
  }

  private void read() {
    Page<NoteView> page =
        desk.notes()
            .page(
                new NoteQuery(filter.getValue(), party, person), new PageRequest(PAGE, next, null));
    page.items().forEach(note -> list.add(new NoteCard(note, desk, workspace, this::fill)));
    next = page.next();
    more.setVisible(next != null);
  }
}
