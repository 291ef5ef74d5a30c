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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kartoteka.core.api.merge.MergeParties;
import org.kartoteka.core.api.merge.MergePreview;
import org.kartoteka.core.api.merge.MergeView;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.platform.api.problem.FieldError;
import org.kartoteka.platform.api.problem.InvalidInput;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.platform.api.problem.StaleRevision;
import org.kartoteka.ui.api.AddressState;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.PageTitle;

/** The cards side by side: which one stays, whose value in each field, and what moves. */
final class MergePage extends Div {

  private static final String PARTY = "party";

  private final transient DuplicateDesk desk;
  private final transient Visit visit;
  private final transient Workspace workspace;
  private final Div body = new Div();
  private transient MergePreview preview;
  private transient MergeTable table;

  MergePage(DuplicateDesk desk, Visit visit) {
    this.desk = desk;
    this.visit = visit;
    workspace = visit.workspace();
    addClassNames("kt-page", "kt-merge-page");
    setId("merge-page");
    body.addClassName("kt-merge-body");
    add(new PageTitle(workspace.text("ui.merge.title")), body);
    Shortcuts.addShortcutListener(this, this::merge, Key.ENTER, KeyModifier.CONTROL).listenOn(this);
    show(ids());
  }

  /** The address of the page for these parties, the survivor first. */
  static String address(Collection<Long> parties) {
    return AddressState.of(Map.of(PARTY, parties.stream().map(String::valueOf).toList()))
        .at(DuplicatesView.ID + "/" + DuplicatesView.MERGE);
  }

  private List<PartyId> ids() {
    try {
      List<PartyId> ids =
          visit.state().all(PARTY).stream()
              .map(Long::parseLong)
              .map(PartyId::new)
              .distinct()
              .toList();
      if (ids.size() > 1) {
        return ids;
      }
    } catch (NumberFormatException foreign) {
      throw new InvalidInput(FieldError.of(PARTY, "id"));
    }
    throw new InvalidInput(FieldError.of(PARTY, "required"));
  }

  private void show(List<PartyId> ids) {
    preview = desk.merges().preview(ids.get(0), ids.subList(1, ids.size()));
    visit.title(workspace.text("ui.merge.title"));
    table = new MergeTable(preview, desk.words(workspace), workspace, this::survives);
    body.removeAll();
    body.add(new Paragraph(workspace.text("ui.merge.explanation")), table, moving(), buttons());
  }

  /** Another card stays. */
  private void survives(PartyId survivor) {
    List<Long> ids =
        preview.parties().stream()
            .map(party -> party.id().value())
            .sorted(
                (one, other) -> Boolean.compare(other == survivor.value(), one == survivor.value()))
            .toList();
    visit.remember(AddressState.of(Map.of(PARTY, ids.stream().map(String::valueOf).toList())));
    show(ids.stream().map(PartyId::new).toList());
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
    merge.setEnabled(workspace.may("core.party.merge"));
    merge.addClickListener(event -> merge());
    Button back =
        new Button(workspace.text("ui.form.cancel"), event -> visit.navigate(DuplicatesView.ID));
    back.setId("merge-cancel");
    Div buttons = new Div(back, merge);
    buttons.addClassName("kt-form-actions");
    return buttons;
  }

  private void merge() {
    List<PartyView> parties = preview.parties();
    PartyId survivor = parties.get(0).id();
    Map<PartyId, Long> revisions = new LinkedHashMap<>();
    parties.forEach(party -> revisions.put(party.id(), party.revision()));
    try {
      MergeView merge =
          desk.merges()
              .merge(
                  new MergeParties(
                      survivor,
                      parties.stream().skip(1).map(PartyView::id).toList(),
                      table.choices(),
                      revisions));
      String card = "parties/" + survivor.value();
      workspace.done(
          workspace.text("ui.merge.done", DuplicateDesk.merged(merge.merged())),
          () -> desk.undo(merge.id(), workspace, () -> workspace.navigate(card)));
      visit.navigate(card);
    } catch (StaleRevision stale) {
      workspace.problem(stale);
      show(parties.stream().map(PartyView::id).toList());
    } catch (Problem problem) {
      workspace.problem(problem);
    }
  }
}
