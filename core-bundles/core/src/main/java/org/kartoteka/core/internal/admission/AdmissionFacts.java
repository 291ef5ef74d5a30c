package org.kartoteka.core.internal.admission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.kartoteka.core.api.admission.AdmissionFact;
import org.kartoteka.core.api.admission.AdmissionFact.Kind;
import org.kartoteka.core.api.admission.AdmissionFact.Other;
import org.kartoteka.core.api.party.Identifier;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.internal.data.SqlText;
import org.kartoteka.core.internal.domain.IdentifierType;
import org.kartoteka.core.internal.domain.Json;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gathers what whoever decides on an admission should know. */
@Component(service = AdmissionFacts.class)
public class AdmissionFacts {

  private static final int MOST = 10;

  private final UnitOfWork unitOfWork;

  @Activate
  public AdmissionFacts(@Reference UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  List<AdmissionFact> of(PartyView party) {
    List<AdmissionFact> facts = new ArrayList<>();
    List<Identifier> official =
        party.identifiers().stream()
            .filter(one -> IdentifierType.named(one.type()).isPresent())
            .toList();
    facts.add(fact(Kind.IDENTIFIER, !official.isEmpty()));
    if (!official.isEmpty()) {
      facts.add(fact(Kind.IDENTIFIER_UNIQUE, sameIdentifier(party, official)));
    }
    facts.add(fact(Kind.NO_DUPLICATE, alike(party)));
    facts.add(fact(Kind.ADDRESS, !party.addresses().isEmpty()));
    facts.add(fact(Kind.CONTACT, !party.phones().isEmpty() || !party.emails().isEmpty()));
    facts.add(fact(Kind.OWNER, party.ownerId() != null));
    return facts;
  }

  private static AdmissionFact fact(Kind kind, boolean good) {
    return new AdmissionFact(kind, good, List.of());
  }

  private static AdmissionFact fact(Kind kind, List<Other> others) {
    return new AdmissionFact(kind, others.isEmpty(), others);
  }

  private List<Other> sameIdentifier(PartyView party, List<Identifier> official) {
    Map<PartyId, Other> found = new LinkedHashMap<>();
    for (Identifier one : official) {
      add(
          found,
          "select id, name from core.party where identifiers @> ?::jsonb and id <> ? limit ?",
          Json.write(List.of(one)),
          party.id(),
          MOST);
    }
    return limited(found);
  }

  private List<Other> alike(PartyView party) {
    Map<PartyId, Other> found = new LinkedHashMap<>();
    add(
        found,
        "select id, name from core.party where lower(name) = ? and id <> ? limit ?",
        party.name().toLowerCase(Locale.ROOT),
        party.id(),
        MOST);
    List<String> reachable = new ArrayList<>();
    party.phones().forEach(phone -> reachable.add(phone.value()));
    party.emails().forEach(email -> reachable.add(email.value()));
    for (String one : reachable.stream().filter(Objects::nonNull).limit(MOST).toList()) {
      SqlText sql =
          new SqlText()
              .add("select p.id, p.name from core.party p where true")
              .fitting(one)
              .add("and (p.phone = ? or p.email = ?) and p.id <> ?", one, one, party.id())
              .add("limit ?", MOST);
      add(found, sql.text(), sql.array());
    }
    return limited(found);
  }

  private void add(Map<PartyId, Other> found, String sql, Object... arguments) {
    Sql.of(unitOfWork, sql, arguments)
        .list(row -> new Other(new PartyId(row.getLong(1)), row.getString(2)))
        .forEach(other -> found.putIfAbsent(other.id(), other));
  }

  private static List<Other> limited(Map<PartyId, Other> found) {
    return found.values().stream().limit(MOST).toList();
  }
}
