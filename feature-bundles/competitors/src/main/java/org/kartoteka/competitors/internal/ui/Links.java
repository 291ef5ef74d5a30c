package org.kartoteka.competitors.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.function.Function;
import org.kartoteka.core.api.party.PartyId;

/** Links, buttons and lines that the pages of this room share. */
final class Links {

  private Links() {}

  /** The address of a party's card with the tab of this room. */
  static String card(PartyId party) {
    return "parties/" + party.value() + "?tab=" + CompetitorTab.ID;
  }

  /** A link that stays within the application. */
  static Anchor to(String address, String text) {
    Anchor link = new Anchor(address, text);
    link.getElement().setAttribute("router-link", true);
    return link;
  }

  /** A column with links to the cards of parties, by which the rows are known. */
  static <T> LitRenderer<T> rows(Function<T, PartyId> id, Function<T, String> name) {
    return party("kt-row-link", id, name);
  }

  /** A column with links to the cards of parties. */
  static <T> LitRenderer<T> party(Function<T, PartyId> id, Function<T, String> name) {
    return party("", id, name);
  }

  private static <T> LitRenderer<T> party(
      String style, Function<T, PartyId> id, Function<T, String> name) {
    return LitRenderer.<T>of(
            "<a href=\"${item.address}\" router-link class=\"${item.style}\" tabindex=\"-1\">"
                + "${item.name}</a>")
        .withProperty("style", row -> style)
        .withProperty("address", row -> id.apply(row) == null ? "" : card(id.apply(row)))
        .withProperty("name", row -> Words.orEmpty(name.apply(row)));
  }

  /** A column with pills. */
  static <T> LitRenderer<T> pill(Function<T, String> tone, Function<T, String> text) {
    return LitRenderer.<T>of("<span class=\"${item.tone}\">${item.text}</span>")
        .withProperty("tone", row -> text.apply(row).isEmpty() ? "" : "kt-pill " + tone.apply(row))
        .withProperty("text", text::apply);
  }

  /** A button with words. */
  static Button button(String id, String text, String icon, Runnable act) {
    Button button = new Button(text, new Icon(icon), event -> act.run());
    button.setId(id);
    return button;
  }

  /** The button of the likeliest act. */
  static Button primary(String id, String text, String icon, Runnable act) {
    Button button = button(id, text, icon, act);
    button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    return button;
  }

  /** A small quiet button. */
  static Button quiet(String id, String text, String icon, Runnable act) {
    Button button = button(id, text, icon, act);
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    return button;
  }

  /** A row as a card at phone width. */
  static Div card(String first, Component beside, String second) {
    Span name = new Span(first);
    name.addClassNames("kt-strong", "kt-truncate");
    Div line = new Div(name);
    if (beside != null) {
      line.add(beside);
    }
    line.addClassName("kt-card-line");
    Span details = new Span(second);
    details.addClassNames("kt-muted", "kt-truncate");
    Div card = new Div(line, details);
    card.addClassName("kt-row-card");
    return card;
  }
}
