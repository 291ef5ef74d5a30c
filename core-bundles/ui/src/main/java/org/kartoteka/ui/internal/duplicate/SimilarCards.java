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
import org.kartoteka.core.api.duplicate.Resemblance;
import org.kartoteka.core.api.duplicate.SimilarParty;
import org.kartoteka.core.api.duplicate.SimilarPerson;
import org.kartoteka.core.api.party.PartyData;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.person.PersonData;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.api.person.PersonView;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.ui.api.Workspace;

/**
 * Says quietly, while somebody types, that a card may be there already.
 *
 * @param <S> what is found: similar parties or persons
 */
public final class SimilarCards<S> extends Div {

  private static final int MOST = 3;
  private static final int PAUSE = 400;

  private final transient DuplicateDesk desk;
  private final transient Workspace workspace;
  private final transient Mergeable what;
  private final String titleKey;
  private final transient Supplier<List<S>> search;
  private final transient Function<S, UserId> askUserId;
  private final transient Function<S, Hint> hint;
  private transient List<S> shown = List.of();

  /**
   * What is told of a card.
   *
   * @param preview shows the card at a glance
   */
  private record Hint(CardLine card, List<Resemblance> resemblances, Supplier<Component> preview) {}

  private SimilarCards(
      DuplicateDesk desk,
      Workspace workspace,
      Mergeable what,
      boolean edited,
      Supplier<List<S>> search,
      Function<S, UserId> askUserId,
      Function<S, Hint> hint) {
    this.desk = desk;
    this.workspace = workspace;
    this.what = what;
    titleKey = edited ? "ui.duplicate.similar.edited" : "ui.duplicate.similar";
    this.search = search;
    this.askUserId = askUserId;
    this.hint = hint;
    setId("similar-cards");
    addClassNames("kt-notice", "kt-similar");
    getElement().setAttribute("role", "status");
    setVisible(false);
  }

  /**
   * A hint of parties that is not there until something is found.
   *
   * @param typed the data as they are typed so far
   * @param except the party whose data these are; null for a new one
   * @param preview shows the card of a party at a glance
   */
  public static SimilarCards<SimilarParty> ofParties(
      DuplicateDesk desk,
      Workspace workspace,
      Supplier<PartyData> typed,
      PartyId except,
      Function<PartyId, Component> preview) {
    return new SimilarCards<>(
        desk,
        workspace,
        Mergeable.PARTY,
        except != null,
        () -> desk.duplicates().check(typed.get(), except, MOST),
        SimilarParty::askUserId,
        one ->
            one.isElsewhere()
                ? null
                : new Hint(
                    CardLine.of(one.party()),
                    one.resemblances(),
                    () -> preview.apply(one.party().id())));
  }

  /**
   * A hint of persons that is not there until something is found.
   *
   * @param typed the data as they are typed so far
   * @param party the party they belong to; may say null
   * @param except the person whose data these are; null for a new one
   * @param preview shows a person at a glance
   */
  public static SimilarCards<SimilarPerson> ofPersons(
      DuplicateDesk desk,
      Workspace workspace,
      Supplier<PersonData> typed,
      Supplier<PartyId> party,
      PersonId except,
      Function<PersonView, Component> preview) {
    return new SimilarCards<>(
        desk,
        workspace,
        Mergeable.PERSON,
        except != null,
        () -> desk.duplicates().check(typed.get(), party.get(), except, MOST),
        SimilarPerson::askUserId,
        one ->
            one.isElsewhere()
                ? null
                : new Hint(
                    CardLine.of(one.person()),
                    one.resemblances(),
                    () -> preview.apply(one.person())));
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
      show(search.get());
    } catch (Problem notPermitted) {
      show(List.of());
    }
  }

  private void show(List<S> found) {
    if (found.equals(shown)) {
      return;
    }
    shown = found;
    removeAll();
    setVisible(!found.isEmpty());
    Span title = new Span(workspace.text(titleKey));
    title.addClassName("kt-strong");
    UnorderedList list = new UnorderedList();
    found.forEach(one -> list.add(item(one)));
    add(title, list);
  }

  private ListItem item(S similar) {
    Hint told = hint.apply(similar);
    if (told == null) {
      return elsewhere(desk.colleague(askUserId.apply(similar)));
    }
    Button open = new Button(told.card().name(), event -> open(told));
    open.setId("similar-" + told.card().id());
    open.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
    Span which = new Span(told.card().detail());
    which.addClassName("kt-muted");
    Span why = new Span(DuplicateDesk.reasons(what, told.resemblances(), workspace));
    why.addClassName("kt-similar-why");
    return new ListItem(open, which, why);
  }

  /** A card out of the user's reach: it is said only whom to ask. */
  private ListItem elsewhere(String owner) {
    ListItem item =
        new ListItem(
            owner == null
                ? workspace.text(what.key("ui.duplicate", "elsewhere.nobody"))
                : workspace.text(what.key("ui.duplicate", "elsewhere"), owner));
    item.addClassName("kt-similar-elsewhere");
    return item;
  }

  private void open(Hint told) {
    Dialog dialog = new Dialog();
    dialog.setId("similar-preview");
    dialog.setHeaderTitle(workspace.text("ui.duplicate.there"));
    dialog.setWidth("26rem");
    dialog.setMaxWidth("100%");
    try {
      dialog.add(told.preview().get());
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
