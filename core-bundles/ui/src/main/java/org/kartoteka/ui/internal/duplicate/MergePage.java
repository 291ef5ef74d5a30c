package org.kartoteka.ui.internal.duplicate;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kartoteka.core.api.merge.MergeCard;
import org.kartoteka.core.api.merge.MergePreview;
import org.kartoteka.core.api.merge.MergeView;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.platform.api.problem.StaleRevision;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.ui.api.AddressState;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.PageTitle;

/** The cards side by side: which one stays, whose value in each field, and what moves. */
final class MergePage extends Div {

  private final transient DuplicateDesk desk;
  private final transient Visit visit;
  private final transient Workspace workspace;
  private final transient Mergeable what;
  private final Div body = new Div();
  private transient MergePreview preview;
  private transient MergeTable table;

  MergePage(DuplicateDesk desk, Visit visit) {
    this.desk = desk;
    this.visit = visit;
    workspace = visit.workspace();
    what =
        visit.state().all(Mergeable.PERSON.type()).isEmpty() ? Mergeable.PARTY : Mergeable.PERSON;
    addClassNames("kt-page", "kt-merge-page");
    setId("merge-page");
    body.addClassName("kt-merge-body");
    add(new PageTitle(workspace.text(what.key("ui.merge", "title"))), body);
    Shortcuts.addShortcutListener(this, this::merge, Key.ENTER, KeyModifier.CONTROL).listenOn(this);
    show(ids());
  }

  /** The address of the page for these cards, the survivor first. */
  static String address(Mergeable what, Collection<Long> cards) {
    return state(what, cards).at(DuplicatesView.ID + "/" + DuplicatesView.MERGE);
  }

  private static AddressState state(Mergeable what, Collection<Long> cards) {
    return AddressState.of(Map.of(what.type(), cards.stream().map(String::valueOf).toList()));
  }

  private List<Long> ids() {
    try {
      List<Long> ids =
          visit.state().all(what.type()).stream().map(Long::parseLong).distinct().toList();
      if (ids.size() > 1) {
        return ids;
      }
    } catch (NumberFormatException foreign) {
      throw new InvalidInput(FieldError.of(what.type(), "id"));
    }
    throw new InvalidInput(FieldError.of(what.type(), "required"));
  }

  private void show(List<Long> ids) {
    preview = what.preview(desk.merges(), ids);
    visit.title(workspace.text(what.key("ui.merge", "title")));
    table = new MergeTable(preview, what, desk.words(what, workspace), workspace, this::survives);
    body.removeAll();
    body.add(
        new Paragraph(workspace.text(what.key("ui.merge", "explanation"))),
        table,
        moving(),
        buttons());
  }

  private List<Long> cards() {
    return preview.cards().stream().map(card -> Long.parseLong(card.record().id())).toList();
  }

  /** Another card stays. */
  private void survives(RecordRef survivor) {
    long first = Long.parseLong(survivor.id());
    List<Long> ids =
        cards().stream()
            .sorted((one, other) -> Boolean.compare(other == first, one == first))
            .toList();
    visit.remember(state(what, ids));
    show(ids);
  }

  private Div moving() {
    Div moving = new Div(new H2(workspace.text("ui.merge.moves")));
    moving.setId("merge-moves");
    String moved = DuplicateDesk.moved(preview.moved(), workspace);
    moving.add(new Span(moved.isEmpty() ? workspace.text("ui.merge.moves.nothing") : moved));
    if (!preview.absent().isEmpty()) {
      String absent =
          preview.absent().stream()
              .map(name -> known("feature." + name + ".title", name))
              .collect(Collectors.joining(", "));
      Paragraph later = new Paragraph(workspace.text("ui.merge.absent", absent));
      later.addClassName("kt-muted");
      moving.add(later);
    }
    return moving;
  }

  private String known(String key, String otherwise) {
    String text = workspace.text(key);
    return text.startsWith("!") ? otherwise : text;
  }

  private Div buttons() {
    Button merge = new Button(workspace.text("ui.merge.verb"), VaadinIcon.COMPRESS_SQUARE.create());
    merge.setId("merge-now");
    merge.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    merge.setTooltipText("Ctrl+Enter");
    merge.setEnabled(what.may(workspace));
    merge.addClickListener(event -> merge());
    Button back = new Button(workspace.text("ui.form.cancel"), event -> visit.navigate(back()));
    back.setId("merge-cancel");
    Div buttons = new Div(back, merge);
    buttons.addClassName("kt-form-actions");
    return buttons;
  }

  private String back() {
    return what == Mergeable.PARTY
        ? DuplicatesView.ID
        : what.address(preview.cards().get(0).record());
  }

  private void merge() {
    List<Long> cards = cards();
    try {
      MergeView merge =
          what.merge(
              desk.merges(),
              new Mergeable.Decision(
                  cards,
                  table.choices(),
                  preview.cards().stream().map(MergeCard::revision).toList()));
      String card = what.address(merge.survivor());
      workspace.done(
          workspace.text("ui.merge.done", DuplicateDesk.merged(merge.merged())),
          () -> desk.undo(merge.id(), workspace, () -> workspace.navigate(card)));
      visit.navigate(card);
    } catch (StaleRevision stale) {
      workspace.problem(stale);
      show(cards);
    } catch (Problem problem) {
      workspace.problem(problem);
    }
  }
}
