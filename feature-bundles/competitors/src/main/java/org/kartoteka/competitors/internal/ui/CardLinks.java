package org.kartoteka.competitors.internal.ui;

import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.function.Function;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.ui.api.component.Links;

/** Links to the cards of parties, with the tab of this room. */
final class CardLinks {

  private CardLinks() {}

  /** The address of a party's card; empty for null. */
  static String address(PartyId party) {
    return party == null ? "" : "parties/" + party.value() + "?tab=" + CompetitorTab.ID;
  }

  /** A column with links by which the rows are known. */
  static <T> LitRenderer<T> rows(Function<T, PartyId> id, Function<T, String> name) {
    return Links.rows(row -> address(id.apply(row)), name);
  }

  /** A column with links. */
  static <T> LitRenderer<T> party(Function<T, PartyId> id, Function<T, String> name) {
    return Links.column(row -> address(id.apply(row)), name);
  }
}
