package org.kartoteka.ui.internal.duplicate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.kartoteka.core.api.merge.MergeQuery;
import org.kartoteka.core.api.merge.MergeView;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.internal.record.ActionButton;

/** Tells on a card that others became part of it, and takes that back. */
public final class MergedBanner extends Div {

  private static final int MOST = 3;

  public MergedBanner(DuplicateDesk desk, Workspace workspace, PartyId party) {
    setId("merged-banner");
    addClassName("kt-merged");
    List<MergeView> merges =
        desk.merges().page(new MergeQuery(party, true), PageRequest.first(MOST)).items().stream()
            .filter(merge -> merge.survivor().equals(party))
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
      if (workspace.may("core.party.merge")) {
        line.add(
            new ActionButton(
                "merge-undo-" + merge.id().value(),
                workspace.text("ui.merge.undo"),
                "vaadin:arrow-backward",
                () ->
                    desk.undo(
                        merge.id(),
                        workspace,
                        () -> workspace.navigate("parties/" + party.value()))));
      }
      add(line);
    }
  }
}
