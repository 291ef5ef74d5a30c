package org.kartoteka.ui.internal.duplicate;

import java.util.List;
import java.util.Map;
import org.kartoteka.ui.api.AddressState;
import org.kartoteka.ui.api.Section;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.WorkspaceView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Cards that are probably the same: {@code duplicates}, {@code duplicates/dismissed}, {@code
 * duplicates/merges}, of persons with {@code ?kind=person}, and {@code
 * duplicates/merge?party=1&party=2} or {@code person=1&person=2}.
 */
@Component
public class DuplicatesView implements WorkspaceView {

  static final String ID = "duplicates";
  static final String DISMISSED = "dismissed";
  static final String MERGES = "merges";
  static final String MERGE = "merge";

  private static final String KIND = "kind";

  private final DuplicateDesk desk;

  @Activate
  public DuplicatesView(@Reference DuplicateDesk desk) {
    this.desk = desk;
  }

  /** The address of one of the lists. */
  static String address(Mergeable what, String place) {
    String path = place.isEmpty() ? ID : ID + "/" + place;
    return what == Mergeable.PARTY
        ? path
        : AddressState.of(Map.of(KIND, List.of(what.type()))).at(path);
  }

  /** What the list that is visited is of: persons for those only who may read them. */
  static Mergeable kind(Visit visit) {
    String kind = visit.state().first(KIND);
    return kind != null && visit.workspace().may("core.person.read")
        ? Mergeable.of(kind)
        : Mergeable.PARTY;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String feature() {
    return "core";
  }

  @Override
  public String titleKey() {
    return "ui.duplicates";
  }

  @Override
  public Section section() {
    return Section.REGISTER;
  }

  @Override
  public String icon() {
    return "vaadin:copy-o";
  }

  @Override
  public int order() {
    return 45;
  }

  @Override
  public String permission() {
    return "core.party.read";
  }

  @Override
  public com.vaadin.flow.component.Component open(Visit visit) {
    List<String> path = visit.path();
    String place = path.isEmpty() ? "" : path.get(0);
    return switch (place) {
      case MERGE -> new MergePage(desk, visit);
      case MERGES -> new MergesPage(desk, visit);
      default -> new DuplicatesPage(desk, visit, place.equals(DISMISSED));
    };
  }
}
