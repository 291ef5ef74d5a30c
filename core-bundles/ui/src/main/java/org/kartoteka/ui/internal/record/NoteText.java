package org.kartoteka.ui.internal.record;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a note with its simple formatting: {@code **bold**}, {@code *italic*}, lines that
 * begin with {@code - } or {@code 1. } as lists, links {@code [words](https://...)} and bare
 * addresses. Everything else is shown as it was written; nothing is ever taken for HTML.
 */
public final class NoteText {

  private static final Pattern BULLET = Pattern.compile("\\s{0,3}[-*•]\\s+(.*)");
  private static final Pattern NUMBERED = Pattern.compile("\\s{0,3}\\d{1,3}[.)]\\s+(.*)");
  private static final Pattern INLINE =
      Pattern.compile(
          "\\*\\*(?<bold>\\S(?:.*?\\S)?)\\*\\*"
              + "|(?<![\\w*])\\*(?<italic>[^\\s*](?:[^*]*[^\\s*])?)\\*(?![\\w*])"
              + "|\\[(?<words>[^\\]]{1,300})\\]\\((?<target>(?:https?://|mailto:)[^\\s)]{1,1000})\\)"
              + "|(?<bare>https?://[^\\s<>\"]{1,1000}[^\\s<>\".,;:!?)])");
  private static final int DEEPEST = 4;

  private final boolean links;

  private NoteText(boolean links) {
    this.links = links;
  }

  /** The text as it stands on a note. */
  public static Component of(String text) {
    return new NoteText(true).blocks(text);
  }

  /** The text within something that is a link itself. */
  public static Component withoutLinks(String text) {
    return new NoteText(false).blocks(text);
  }

  private Component blocks(String text) {
    Div note = new Div();
    note.addClassName("kt-note-text");
    HasComponents list = null;
    for (String line : text.split("\n", -1)) {
      Matcher bullet = BULLET.matcher(line);
      Matcher numbered = NUMBERED.matcher(line);
      if (bullet.matches()) {
        list = list instanceof UnorderedList same ? same : begin(note, new UnorderedList());
        item(list, bullet.group(1));
      } else if (numbered.matches()) {
        list = list instanceof OrderedList same ? same : begin(note, new OrderedList());
        item(list, numbered.group(1));
      } else {
        list = null;
        Div plain = new Div();
        plain.addClassName("kt-note-line");
        inline(plain, line, 0);
        note.add(plain);
      }
    }
    return note;
  }

  private static <L extends Component & HasComponents> L begin(Div note, L list) {
    note.add(list);
    return list;
  }

  private void item(HasComponents list, String text) {
    ListItem item = new ListItem();
    inline(item, text, 0);
    list.add(item);
  }

  private void inline(HasComponents place, String text, int depth) {
    Matcher found = INLINE.matcher(text);
    int from = 0;
    while (depth < DEEPEST && found.find()) {
      plain(place, text.substring(from, found.start()));
      from = found.end();
      if (found.group("bold") != null) {
        nested(place, new Html("<strong></strong>"), found.group("bold"), depth);
      } else if (found.group("italic") != null) {
        nested(place, new Html("<em></em>"), found.group("italic"), depth);
      } else if (found.group("words") != null) {
        link(place, found.group("target"), found.group("words"));
      } else {
        link(place, found.group("bare"), found.group("bare"));
      }
    }
    plain(place, text.substring(from));
  }

  private void nested(HasComponents place, Html around, String text, int depth) {
    Span inside = new Span();
    inline(inside, text, depth + 1);
    around.getElement().appendChild(inside.getElement());
    place.add(around);
  }

  private void link(HasComponents place, String target, String words) {
    if (!links) {
      plain(place, words);
      return;
    }
    Anchor link = new Anchor(target, words);
    link.setTarget("_blank");
    link.getElement().setAttribute("rel", "noopener noreferrer nofollow");
    place.add(link);
  }

  private static void plain(HasComponents place, String text) {
    if (!text.isEmpty()) {
      place.add(new Span(text));
    }
  }
}
