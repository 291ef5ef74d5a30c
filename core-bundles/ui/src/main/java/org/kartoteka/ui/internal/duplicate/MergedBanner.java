package org.kartoteka.ui.internal.duplicate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.kartoteka.core.api.merge.MergeQuery;
import org.kartoteka.core.api.merge.MergeView;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.person.PersonDirectory;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.internal.record.ActionButton;

/** Tells on a card that others became part of it, and takes that back. */
public final class MergedBanner extends Div {

  private static final int MOST = 3;

  /** On the card of a party. */
  public MergedBanner(DuplicateDesk desk, Workspace workspace, PartyId party) {
    this(
        desk,
        workspace,
        new MergeQuery(party, null, true),
        RecordRef.of(PartyRegister.TYPE, party, ""));
  }

  /** On the card of a person. */
  public MergedBanner(DuplicateDesk desk, Workspace workspace, PersonId person) {
    this(
        desk,
        workspace,
        new MergeQuery(null, person, true),
        RecordRef.of(PersonDirectory.TYPE, person, ""));
  }

  private MergedBanner(
      DuplicateDesk desk, Workspace workspace, MergeQuery query, RecordRef survivor) {
    setId("merged-banner");
    addClassName("kt-merged");
    Mergeable what = Mergeable.of(survivor.type());
    List<MergeView> merges =
        desk.merges().page(query, PageRequest.first(MOST)).items().stream()
            .filter(merge -> merge.survivor().id().equals(survivor.id()))
            .toList();
    setVisible(!merges.isEmpty());
    for (MergeView merge : merges) {
      Span text =
          new Span(
              workspace.text(
                  "ui.merge.banner",
                  DuplicateDesk.merged(merge.merged()),
                  workspace.formats().dateTime(merge.mergedAt()),
                  merge.mergedBy()));
      Div line = new Div(text);
      line.addClassName("kt-line");
      if (what.may(workspace)) {
        line.add(
            new ActionButton(
                "merge-undo-" + merge.id().value(),
                workspace.text("ui.merge.undo"),
                "vaadin:arrow-backward",
                () ->
                    desk.undo(
                        merge.id(), workspace, () -> workspace.navigate(what.address(survivor)))));
      }
      add(line);
    }
  }
}
