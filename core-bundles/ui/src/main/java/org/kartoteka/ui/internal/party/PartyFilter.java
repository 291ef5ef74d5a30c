package org.kartoteka.ui.internal.party;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.api.party.RegisterId;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.ui.api.AddressState;

/** Which parties the list shows, as the address says it. */
final class PartyFilter {

  static final String TEXT = "q";
  static final String QUERY = "query";
  static final String STATUS = "status";
  static final String KIND = "kind";
  static final String ROLE = "role";
  static final String TAG = "tag";
  static final String REGISTER = "register";
  static final String OWNER = "owner";
  static final String CITY = "city";
  static final String COUNTRY = "country";
  static final String SORT = "sort";
  static final String ME = "me";

  private PartyFilter() {}

  /** The query of a state; what cannot be understood is left out. */
  static PartyQuery query(AddressState state, UserId me) {
    Map<String, Object> fields = new LinkedHashMap<>();
    state.values().forEach((name, values) -> fields.put(name.equals(TEXT) ? QUERY : name, values));
    fields.remove(SORT);
    UserId owner = owner(state, me);
    fields.put(OWNER, owner == null ? null : Long.toString(owner.value()));
    return PartyQuery.ofUnderstood(fields);
  }

  static Set<PartyStatus> statuses(AddressState state) {
    Set<PartyStatus> statuses = EnumSet.noneOf(PartyStatus.class);
    for (PartyStatus status : PartyStatus.values()) {
      if (state.all(STATUS).contains(status.name())) {
        statuses.add(status);
      }
    }
    return statuses;
  }

  static RegisterId register(AddressState state) {
    Long number = number(state.first(REGISTER));
    return number == null ? null : new RegisterId(number);
  }

  static UserId owner(AddressState state, UserId me) {
    if (ME.equals(state.first(OWNER))) {
      return me;
    }
    Long number = number(state.first(OWNER));
    return number == null ? null : new UserId(number);
  }

  private static Long number(String text) {
    return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
  }

  /** The state without its sort: what a saved view compares by. */
  static AddressState withoutSort(AddressState state) {
    return state.without(SORT);
  }
}
