package org.kartoteka.ui.internal.duplicate;

import java.util.List;
import java.util.stream.Collectors;
import org.kartoteka.core.api.duplicate.Duplicates;
import org.kartoteka.core.api.duplicate.Resemblance;
import org.kartoteka.core.api.merge.MergeId;
import org.kartoteka.core.api.merge.MergeRemark;
import org.kartoteka.core.api.merge.MergeView;
import org.kartoteka.core.api.merge.MergedParty;
import org.kartoteka.core.api.merge.Merges;
import org.kartoteka.core.api.merge.MovedRecords;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.AskDialog;
import org.kartoteka.ui.internal.record.Colleagues;
import org.kartoteka.ui.internal.record.Words;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the pages of duplicates and merges work with. */
@Component(service = DuplicateDesk.class)
public class DuplicateDesk {

  private final Duplicates duplicates;
  private final Merges merges;
  private final Colleagues colleagues;

  @Activate
  public DuplicateDesk(
      @Reference Duplicates duplicates,
      @Reference Merges merges,
      @Reference Colleagues colleagues) {
    this.duplicates = duplicates;
    this.merges = merges;
    this.colleagues = colleagues;
  }

  Duplicates duplicates() {
    return duplicates;
  }

  Merges merges() {
    return merges;
  }

  Words words(Workspace workspace) {
    return new Words(PartyRegister.TYPE, workspace, colleagues);
  }

  /** What two cards have in common, in words. */
  static String reasons(List<Resemblance> resemblances, Workspace workspace) {
    return resemblances.stream()
        .map(one -> workspace.text("duplicate.resemblance." + one.name()))
        .collect(Collectors.joining(", "));
  }

  /** How many records move, in words. */
  static String moved(List<MovedRecords> moved, Workspace workspace) {
    return moved.stream()
        .map(one -> workspace.text("merge.moved." + one.what(), one.count()))
        .collect(Collectors.joining(" · "));
  }

  /** The parties that became part of another, in words. */
  static String merged(List<MergedParty> merged) {
    return merged.stream()
        .map(one -> one.name() + " (" + one.number() + ")")
        .collect(Collectors.joining(", "));
  }

  /** Undoes a merge and says what could not be put back as it was. */
  void undo(MergeId id, Workspace workspace, Runnable afterwards) {
    try {
      MergeView undone = merges.undo(id);
      workspace.done(workspace.text("ui.merge.undone", merged(undone.merged())));
      if (!undone.remarks().isEmpty()) {
        remarks(undone, workspace);
      }
      afterwards.run();
    } catch (Problem problem) {
      workspace.problem(problem);
    }
  }

  private static void remarks(MergeView undone, Workspace workspace) {
    String text =
        undone.remarks().stream()
            .map(one -> "• " + remark(one, workspace))
            .collect(Collectors.joining("\n"));
    new AskDialog(
            "merge-remarks",
            workspace.text("ui.merge.remarks"),
            text,
            workspace.text("ui.merge.remarks.open", undone.survivorName()),
            () -> workspace.navigate("parties/" + undone.survivor().value()))
        .open();
  }

  private static String remark(MergeRemark remark, Workspace workspace) {
    Object[] arguments =
        remark.arguments().stream()
            .map(one -> one.matches("(party|person)\\.[a-zA-Z.]+") ? named(one, workspace) : one)
            .toArray();
    return workspace.text(remark.key(), arguments);
  }

  private static String named(String field, Workspace workspace) {
    String text = workspace.text(field);
    return text.startsWith("!") ? field.substring(field.indexOf('.') + 1) : text;
  }
}
