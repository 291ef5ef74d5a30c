package org.kartoteka.ui.internal.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.api.party.RegisterId;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.ui.api.AddressState;

class PartyFilterTest {

  private static final UserId ME = new UserId(7);

  @Test
  void understandsAnAddress() {
    AddressState state =
        AddressState.parse("q=%C5%81%C3%B3d%C5%BA&status=ACTIVE&status=BARRED&register=3&tag=vip");

    PartyQuery query = PartyFilter.query(state, ME);

    assertEquals("Łódź", query.text());
    assertEquals(Set.of(PartyStatus.ACTIVE, PartyStatus.BARRED), query.statuses());
    assertEquals(new RegisterId(3), query.register());
    assertEquals(Set.of("vip"), query.tags());
    assertNull(query.owner());
  }

  @Test
  void meIsWhoeverAsks() {
    assertEquals(ME, PartyFilter.query(AddressState.parse("owner=me"), ME).owner());
    assertEquals(new UserId(9), PartyFilter.query(AddressState.parse("owner=9"), ME).owner());
  }

  @Test
  void leavesOutWhatItDoesNotUnderstand() {
    AddressState state = AddressState.parse("status=WRONG&register=x&owner=-1&kind=THING");

    PartyQuery query = PartyFilter.query(state, ME);

    assertTrue(query.statuses().isEmpty());
    assertNull(query.register());
    assertNull(query.owner());
    assertNull(query.kind());
  }

  @Test
  void savedViewsComeBackAsTheyWereSaved() {
    Map<String, AddressState> views = new LinkedHashMap<>();
    views.put("Łódź & friends", AddressState.empty().with("q", "Łódź").with("status", "ACTIVE"));
    views.put("All of mine", AddressState.empty().with("owner", "me"));

    assertEquals(views, SavedViews.parse(SavedViews.format(views)));
    assertTrue(SavedViews.parse(null).isEmpty());
  }
}
