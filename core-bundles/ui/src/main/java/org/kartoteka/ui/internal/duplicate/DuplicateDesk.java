package org.kartoteka.ui.internal.duplicate;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.kartoteka.core.api.duplicate.Duplicates;
import org.kartoteka.core.api.duplicate.Resemblance;
import org.kartoteka.core.api.merge.MergeId;
import org.kartoteka.core.api.merge.MergeView;
import org.kartoteka.core.api.merge.Merges;
import org.kartoteka.core.api.merge.MovedRecords;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.internal.custom.CustomDesk;
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
  private final CustomDesk custom;

  @Activate
  public DuplicateDesk(
      @Reference Duplicates duplicates,
      @Reference Merges merges,
      @Reference Colleagues colleagues,
      @Reference CustomDesk custom) {
    this.duplicates = duplicates;
    this.merges = merges;
    this.colleagues = colleagues;
    this.custom = custom;
  }

  Duplicates duplicates() {
    return duplicates;
  }

  Merges merges() {
    return merges;
  }

  /** The name of a colleague; null when there is none. */
  String colleague(UserId id) {
    String name = colleagues.name(id);
    return name.isEmpty() ? null : name;
  }

  Words words(Mergeable what, Workspace workspace) {
    return new Words(what.type(), workspace, colleagues).with(custom.all());
  }

  /** Opens the cards of persons side by side, the first one as the survivor. */
  public void mergePersons(Collection<PersonId> persons, Workspace workspace) {
    workspace.navigate(
        MergePage.address(
            Mergeable.PERSON, persons.stream().map(person -> person.value()).toList()));
  }

  /** Whether persons may be merged. */
  public boolean mayMergePersons(Workspace workspace) {
    return Mergeable.PERSON.may(workspace);
  }

  /** What two cards have in common, in words. */
  static String reasons(Mergeable what, List<Resemblance> resemblances, Workspace workspace) {
    return resemblances.stream()
        .map(one -> workspace.text(reason(what, one)))
        .collect(Collectors.joining(", "));
  }

  /** Languages have other words for the name of a firm and of a person. */
  private static String reason(Mergeable what, Resemblance one) {
    return switch (one) {
      case NAME, SIMILAR_NAME -> what.key("duplicate.resemblance", one.name());
      default -> "duplicate.resemblance." + one.name();
    };
  }

  /** How many records move, in words. */
  static String moved(List<MovedRecords> moved, Workspace workspace) {
    return moved.stream()
        .map(one -> workspace.text("merge.moved." + one.what(), one.count()))
        .collect(Collectors.joining(" · "));
  }

  /** The cards that became part of another, in words. */
  static String merged(List<RecordRef> merged) {
    return merged.stream().map(RecordRef::label).collect(Collectors.joining(", "));
  }

  /** Undoes a merge and says what could not be put back as it was. */
  void undo(MergeId id, Workspace workspace, Runnable afterwards) {
    try {
      MergeView undone = merges.undo(id);
      afterwards.run();
      if (undone.remarks().isEmpty()) {
        workspace.done(workspace.text("ui.merge.undone", merged(undone.merged())));
      } else {
        new RemarksDialog(this, undone, workspace).open();
      }
    } catch (Problem problem) {
      workspace.problem(problem);
    }
  }
}
