package org.kartoteka.ui.internal.handover;

import java.util.stream.Collectors;
import org.kartoteka.core.api.handover.HandoverView;
import org.kartoteka.ui.api.Workspace;

/** Hand-overs in words. */
final class HandoverWords {

  private final HandoverDesk desk;
  private final Workspace workspace;

  HandoverWords(HandoverDesk desk, Workspace workspace) {
    this.desk = desk;
    this.workspace = workspace;
  }

  /** So many records of a kind. */
  String records(String kind, long number) {
    return workspace.formats().number(number) + " " + kind(kind, number);
  }

  /** Several records of a kind; its own name when its feature is not there to say it. */
  String kind(String kind) {
    return kind(kind, 2);
  }

  private String kind(String kind, long number) {
    String text = workspace.text("handover.records." + kind, number);
    return text.startsWith("!") ? kind : text;
  }

  /** When, by whom, to whom. */
  String line(HandoverView handover) {
    String to =
        handover.shares().stream()
            .flatMap(share -> share.owners().stream())
            .distinct()
            .map(desk.colleagues()::name)
            .collect(Collectors.joining(", "));
    String when = workspace.formats().dateTime(handover.startedAt());
    return handover.undoneAt() == null
        ? workspace.text("ui.handover.line", when, handover.startedBy(), to)
        : workspace.text("ui.handover.line.undone", when, handover.startedBy(), to);
  }
}
