package org.kartoteka.core.internal.domain;

import java.util.ArrayList;
import java.util.List;
import org.kartoteka.core.api.note.NoteData;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.record.RecordRef;

/** What a note may say. */
public final class NoteRules {

  private static final int MOST_LINKS = 100;

  private NoteRules() {}

  /**
   * The data in their normal form.
   *
   * @throws InvalidInput with all errors
   */
  public static NoteData normal(NoteData given) {
    Findings findings = new Findings();
    String text = findings.requiredText("text", given.text(), Limits.NOTE);
    List<RecordRef> links = new ArrayList<>();
    List<RecordRef> all = findings.atMost("links", given.links(), MOST_LINKS);
    for (int i = 0; i < all.size(); i++) {
      String place = "links[" + i + "]";
      String type = findings.requiredLine(place + ".type", all.get(i).type(), 100);
      String id = findings.requiredLine(place + ".id", all.get(i).id(), 100);
      String label = findings.line(place + ".label", all.get(i).label(), 300);
      if (type != null && id != null) {
        links.add(new RecordRef(type, id, label));
      }
    }
    findings.throwIfAny();
    return new NoteData(text, links, given.pinned());
  }
}
