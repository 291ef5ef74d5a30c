package org.kartoteka.ui.internal.party;

import java.util.List;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.platform.api.problem.Moved;
import org.kartoteka.platform.api.problem.NotFound;
import org.kartoteka.ui.api.Section;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.WorkspaceView;
import org.kartoteka.ui.internal.desk.PartyDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The list of parties, and the card of one: {@code parties} and {@code parties/12}. */
@Component
public class PartiesView implements WorkspaceView {

  private final PartyDesk desk;

  @Activate
  public PartiesView(@Reference PartyDesk desk) {
    this.desk = desk;
  }

  @Override
  public String id() {
    return "parties";
  }

  @Override
  public String feature() {
    return "core";
  }

  @Override
  public String titleKey() {
    return "party.plural";
  }

  @Override
  public Section section() {
    return Section.REGISTER;
  }

  @Override
  public String icon() {
    return "vaadin:building-o";
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public String permission() {
    return "core.party.read";
  }

  @Override
  public com.vaadin.flow.component.Component open(Visit visit) {
    List<String> path = visit.path();
    if (path.isEmpty()) {
      return new PartyListPage(desk, visit);
    }
    return new PartyCardPage(desk, visit, party(id(path.get(0))));
  }

  /** The party, or the one it became part of. */
  private PartyView party(PartyId id) {
    try {
      return desk.parties().get(id);
    } catch (Moved moved) {
      return desk.parties().get(new PartyId(moved.to()));
    }
  }

  private static PartyId id(String text) {
    if (!text.matches("\\d{1,18}")) {
      throw new NotFound(PartyRegister.TYPE, text);
    }
    return new PartyId(Long.parseLong(text));
  }
}
