package org.kartoteka.ui.api.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Links, buttons and lines that look alike on all pages. */
public final class Links {

  private static final Pattern WEB = Pattern.compile("https?://", Pattern.CASE_INSENSITIVE);

  private Links() {}

  /** A link that stays within the application. */
  public static Anchor to(String address, String text) {
    Anchor link = new Anchor(address, text);
    link.getElement().setAttribute("router-link", true);
    return link;
  }

  /**
   * A link to another site, in a window of its own; the words alone when it leads anywhere but into
   * the web.
   *
   * @param address as people write it, with or without {@code https://}
   */
  public static Component web(String address) {
    String target = address.contains("://") ? address : "https://" + address;
    if (!WEB.matcher(target).lookingAt()) {
      return new Span(address);
    }
    Anchor link = new Anchor(target, address);
    link.setTarget("_blank");
    link.getElement().setAttribute("rel", "noopener noreferrer");
    return link;
  }

  /** A column of links by which the rows are known. */
  public static <T> LitRenderer<T> rows(Function<T, String> address, Function<T, String> name) {
    return column("kt-row-link", address, name);
  }

  /** A column of links. */
  public static <T> LitRenderer<T> column(Function<T, String> address, Function<T, String> name) {
    return column("", address, name);
  }

  private static <T> LitRenderer<T> column(
      String style, Function<T, String> address, Function<T, String> name) {
    return LitRenderer.<T>of(
            "<a href=\"${item.address}\" router-link class=\"${item.style}\" tabindex=\"-1\">"
                + "${item.name}</a>")
        .withProperty("style", row -> style)
        .withProperty("address", row -> Fields.orEmpty(address.apply(row)))
        .withProperty("name", row -> Fields.orEmpty(name.apply(row)));
  }

  /** A column with pills. */
  public static <T> LitRenderer<T> pill(Function<T, String> tone, Function<T, String> text) {
    return LitRenderer.<T>of("<span class=\"${item.tone}\">${item.text}</span>")
        .withProperty("tone", row -> text.apply(row).isEmpty() ? "" : "kt-pill " + tone.apply(row))
        .withProperty("text", text::apply);
  }

  /** A button with words. */
  public static Button button(String id, String text, String icon, Runnable act) {
    Button button = new Button(text, new Icon(icon), event -> act.run());
    button.setId(id);
    return button;
  }

  /** The button of the likeliest act. */
  public static Button primary(String id, String text, String icon, Runnable act) {
    Button button = button(id, text, icon, act);
    button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    return button;
  }

  /** A small quiet button. */
  public static Button quiet(String id, String text, String icon, Runnable act) {
    Button button = button(id, text, icon, act);
    button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    return button;
  }

  /** A row as a card at phone width. */
  public static Div rowCard(String first, Component beside, String second) {
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
