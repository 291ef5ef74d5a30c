package org.kartoteka.ui.internal.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.kartoteka.core.api.note.NoteQuery;
import org.kartoteka.core.api.note.NoteView;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.ui.api.DashboardTile;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.RelativeTime;
import org.kartoteka.ui.internal.desk.PartyDesk;
import org.kartoteka.ui.internal.record.NoteText;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** The latest notes. */
@org.osgi.service.component.annotations.Component
public class NotesTile implements DashboardTile {

  private final PartyDesk desk;

  @Activate
  public NotesTile(@Reference PartyDesk desk) {
    this.desk = desk;
  }

  @Override
  public String id() {
    return "latest-notes";
  }

  @Override
  public String feature() {
    return "core";
  }

  @Override
  public String titleKey() {
    return "ui.home.notes";
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public String permission() {
    return "core.note.read";
  }

  @Override
  public int width() {
    return 2;
  }

  @Override
  public Component open(Workspace workspace) {
    Div list = new Div();
    list.addClassName("kt-tile-lines");
    List<NoteView> notes =
        desk.notes().page(new NoteQuery(null, null, null), PageRequest.first(5)).items();
    for (NoteView note : notes) {
      Div text = new Div(NoteText.withoutLinks(note.text()));
      text.addClassName("kt-clamp");
      Anchor link = new Anchor("parties/" + note.partyId().value() + "?tab=notes", text);
      link.getElement().setAttribute("router-link", true);
      Span author = new Span(note.author());
      RelativeTime time = new RelativeTime(note.writtenAt());
      Div second = new Div(author, time);
      second.addClassNames("kt-line", "kt-muted");
      list.add(new Div(link, second));
    }
    if (notes.isEmpty()) {
      Span none = new Span(workspace.text("ui.note.none"));
      none.addClassName("kt-muted");
      list.add(none);
    }
    return list;
  }
}
