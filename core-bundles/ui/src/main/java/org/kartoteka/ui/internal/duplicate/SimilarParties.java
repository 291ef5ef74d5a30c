package org.kartoteka.ui.internal.duplicate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kartoteka.core.api.duplicate.SimilarParty;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartySummary;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.internal.record.Words;

/** Says quietly, while somebody types, that a party may be there already. */
public final class SimilarParties extends Div {

  private static final int MOST = 3;
  private static final int PAUSE = 400;

  private final transient DuplicateDesk desk;
  private final transient Workspace workspace;
  private final transient Supplier<PartyData> typed;
  private final transient Function<PartyId, Component> preview;
  private transient List<SimilarParty> shown = List.of();

  /**
   * A hint that is not there until something is found.
   *
   * @param typed the data as they are typed so far
   * @param preview shows the card of a party at a glance
   */
  public SimilarParties(
      DuplicateDesk desk,
      Workspace workspace,
      Supplier<PartyData> typed,
      Function<PartyId, Component> preview) {
    this.desk = desk;
    this.workspace = workspace;
    this.typed = typed;
    this.preview = preview;
    setId("similar-parties");
    addClassNames("kt-notice", "kt-similar");
    getElement().setAttribute("role", "status");
    setVisible(false);
  }

  /** Looks again whenever one of these fields is changed. */
  public void follow(HasValue<?, ?>... fields) {
    for (HasValue<?, ?> field : fields) {
      if (field instanceof TextField text) {
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(PAUSE);
      }
      field.addValueChangeListener(event -> look());
    }
  }

  private void look() {
    try {
      show(desk.duplicates().check(typed.get(), null, MOST));
    } catch (Problem notPermitted) {
      show(List.of());
    }
  }

  private void show(List<SimilarParty> found) {
    if (found.equals(shown)) {
      return;
    }
    shown = found;
    removeAll();
    setVisible(!found.isEmpty());
    Span title = new Span(workspace.text("ui.duplicate.similar", found.size()));
    title.addClassName("kt-strong");
    UnorderedList list = new UnorderedList();
    found.forEach(one -> list.add(item(one)));
    add(title, list);
  }

  private ListItem item(SimilarParty similar) {
    if (similar.isElsewhere()) {
      return elsewhere(similar);
    }
    PartySummary party = similar.party();
    Button open = new Button(party.name(), event -> open(party));
    open.setId("similar-" + party.id().value());
    open.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
    Span which = new Span(Words.joined(" · ", party.number(), party.identifier(), party.city()));
    which.addClassName("kt-muted");
    Span why = new Span(DuplicateDesk.reasons(similar.resemblances(), workspace));
    why.addClassName("kt-similar-why");
    return new ListItem(open, which, why);
  }

  /** A party out of the user's reach: it is said only whom to ask. */
  private ListItem elsewhere(SimilarParty similar) {
    String owner = desk.colleague(similar.askUserId());
    ListItem item =
        new ListItem(
            owner == null
                ? workspace.text("ui.duplicate.elsewhere.nobody")
                : workspace.text("ui.duplicate.elsewhere", owner));
    item.addClassName("kt-similar-elsewhere");
    return item;
  }

  private void open(PartySummary party) {
    Dialog dialog = new Dialog();
    dialog.setId("similar-preview");
    dialog.setHeaderTitle(workspace.text("ui.duplicate.there"));
    dialog.setWidth("26rem");
    dialog.setMaxWidth("100%");
    try {
      dialog.add(preview.apply(party.id()));
    } catch (Problem problem) {
      workspace.problem(problem);
      return;
    }
    Button back = new Button(workspace.text("ui.duplicate.go-on"), event -> dialog.close());
    back.setId("similar-back");
    dialog.getFooter().add(back);
    dialog.open();
  }
}
