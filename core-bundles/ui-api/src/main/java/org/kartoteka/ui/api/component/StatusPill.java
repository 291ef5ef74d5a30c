package org.kartoteka.ui.api.component;

import com.vaadin.flow.component.html.Span;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.ui.api.Workspace;

/** A state in one coloured word. */
public class StatusPill extends Span {

  /** What the colour says. */
  public enum Tone {
    NEUTRAL(""),
    GOOD("good"),
    WARN("warn"),
    BAD("bad"),
    INFO("info");

    private final String className;

    Tone(String className) {
      this.className = className;
    }

    /** The class of the theme. */
    public String className() {
      return className;
    }
  }

  public StatusPill(String text, Tone tone) {
    super(text);
    addClassName("kt-pill");
    if (!tone.className().isEmpty()) {
      addClassName(tone.className());
    }
  }

  /** The pill of a party's status. */
  public static StatusPill of(PartyStatus status) {
    return new StatusPill(
        Workspace.current().text("party.status." + status.name()), toneOf(status));
  }

  /** The colour of a party's status. */
  public static Tone toneOf(PartyStatus status) {
    return switch (status) {
      case POTENTIAL -> Tone.INFO;
      case ACTIVE -> Tone.GOOD;
      case PASSIVE -> Tone.NEUTRAL;
      case TEMPORARILY_BARRED -> Tone.WARN;
      case BARRED -> Tone.BAD;
    };
  }
}
