package org.kartoteka.core.internal.admission;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kartoteka.core.api.admission.AdmissionFact;
import org.kartoteka.core.api.admission.AdmissionFact.Kind;
import org.kartoteka.core.api.admission.AdmissionFact.Other;
import org.kartoteka.core.api.duplicate.Duplicates;
import org.kartoteka.core.api.duplicate.SimilarParty;
import org.kartoteka.core.api.party.Identifier;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyView;
import org.kartoteka.core.internal.criteria.PartyScopes;
import org.kartoteka.core.internal.domain.IdentifierType;
import org.kartoteka.core.internal.domain.Json;
import org.kartoteka.platform.api.data.Sql;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.security.RecordAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gathers what whoever decides on an admission should know. */
@Component(service = AdmissionFacts.class)
public class AdmissionFacts {

  private static final int MOST = 10;

  private final UnitOfWork unitOfWork;
  private final Duplicates duplicates;
  private final PartyScopes scopes;

  @Activate
  public AdmissionFacts(
      @Reference UnitOfWork unitOfWork,
      @Reference Duplicates duplicates,
      @Reference PartyScopes scopes) {
    this.unitOfWork = unitOfWork;
    this.duplicates = duplicates;
    this.scopes = scopes;
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
    facts.add(alike(party));
    facts.add(fact(Kind.ADDRESS, !party.addresses().isEmpty()));
    facts.add(fact(Kind.CONTACT, !party.phones().isEmpty() || !party.emails().isEmpty()));
    facts.add(fact(Kind.OWNER, party.ownerId() != null));
    return facts;
  }

  private static AdmissionFact fact(Kind kind, boolean good) {
    return new AdmissionFact(kind, good, List.of());
  }

  /** Others that the user may not see speak against it all the same, without their names. */
  private AdmissionFact fact(Kind kind, List<Other> others) {
    Collection<PartyId> seen =
        scopes.within(others.stream().map(Other::id).toList(), RecordAction.READ);
    return new AdmissionFact(
        kind, others.isEmpty(), others.stream().filter(one -> seen.contains(one.id())).toList());
  }

  private AdmissionFact alike(PartyView party) {
    List<SimilarParty> similar = duplicates.check(party.data(), party.id(), MOST);
    return new AdmissionFact(
        Kind.NO_DUPLICATE,
        similar.isEmpty(),
        similar.stream()
            .filter(one -> !one.isElsewhere())
            .map(one -> new Other(one.party().id(), one.party().name()))
            .toList());
  }

  private List<Other> sameIdentifier(PartyView party, List<Identifier> official) {
    Map<PartyId, Other> found = new LinkedHashMap<>();
    for (Identifier one : official) {
      Sql.of(
              unitOfWork,
              "select id, name from core.party where identifiers <> '[]'"
                  + " and identifiers @> ?::jsonb"
                  + " and core.identifier_values(identifiers) @> jsonb_build_array(?::text)"
                  + " and id <> ? and merged_into is null limit ?",
              Json.write(List.of(one)),
              one.value(),
              party.id(),
              MOST)
          .list(row -> new Other(new PartyId(row.getLong(1)), row.getString(2)))
          .forEach(other -> found.putIfAbsent(other.id(), other));
    }
    return found.values().stream().limit(MOST).toList();
  }
}
