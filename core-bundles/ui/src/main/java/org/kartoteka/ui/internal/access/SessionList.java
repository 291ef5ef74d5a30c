package org.kartoteka.ui.internal.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Supplier;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.platform.api.security.SessionId;
import org.kartoteka.platform.api.security.SessionView;
import org.kartoteka.platform.api.security.Sessions;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.StatusPill;

/** The browsers in which somebody is signed in; each can be signed out. */
final class SessionList extends Div {

  private final transient Sessions sessions;
  private final transient Supplier<List<SessionView>> read;
  private final transient Workspace workspace = Workspace.current();

  SessionList(Sessions sessions, Supplier<List<SessionView>> read) {
    this.sessions = sessions;
    this.read = read;
    addClassName("kt-card-list");
    fill();
  }

  void fill() {
    removeAll();
    List<SessionView> all = read.get();
    if (all.isEmpty()) {
      Span none = new Span(workspace.text("ui.access.no-sessions"));
      none.addClassName("kt-muted");
      add(none);
    }
    all.forEach(session -> add(line(session)));
  }

  private Div line(SessionView session) {
    String browser =
        session.browser().isEmpty()
            ? workspace.text("ui.access.unknown-browser")
            : session.browser();
    Span place = new Span(browser + " · " + session.address());
    Span times =
        new Span(
            workspace.text(
                "ui.access.session-times",
                workspace.formats().dateTime(session.openedAt()),
                workspace.formats().ago(session.lastUsed())));
    times.addClassName("kt-muted");
    Div words = new Div(place, times);
    words.addClassName("kt-access-words");
    Div line = new Div(words);
    line.addClassName("kt-access-line");
    if (session.present()) {
      line.add(new StatusPill(workspace.text("ui.access.this-browser"), StatusPill.Tone.GOOD));
    } else {
      line.add(end(session.id(), browser));
    }
    return line;
  }

  private Button end(SessionId id, String browser) {
    Button end = new Button(workspace.text("ui.access.end"), event -> end(id));
    end.setId("session-end-" + id.value());
    end.addThemeVariants(ButtonVariant.LUMO_SMALL);
    end.setAriaLabel(workspace.text("ui.access.end-of", browser));
    return end;
  }

  private void end(SessionId id) {
    try {
      sessions.end(id);
      workspace.done(workspace.text("ui.access.ended"));
    } catch (Problem problem) {
      workspace.problem(problem);
    }
    fill();
  }
}
