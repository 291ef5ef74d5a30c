package org.kartoteka.core.internal.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartySummary;
import org.kartoteka.core.api.search.SearchHit;
import org.kartoteka.core.api.search.SearchSource;
import org.kartoteka.core.internal.data.CorePermissions;
import org.kartoteka.core.internal.data.Phrases;
import org.kartoteka.core.internal.party.PartyLists;
import org.kartoteka.core.internal.party.PartyLists.Found;
import org.kartoteka.platform.api.record.RecordRef;
import org.kartoteka.platform.api.security.AccessControl;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds parties by parts of names, numbers, identifiers, phones and e-mails. */
@Component
public final class PartySearchSource implements SearchSource {

  private final AccessControl access;
  private final PartyLists lists;

  @Activate
  public PartySearchSource(@Reference AccessControl access, @Reference PartyLists lists) {
    this.access = access;
    this.lists = lists;
  }

  @Override
  public String type() {
    return PartyRegister.TYPE;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public List<SearchHit> search(String text, int limit) {
    if (!access.may(CorePermissions.PARTY_READ)) {
      return List.of();
    }
    return lists.search(text, limit).stream().map(found -> hit(text, found)).toList();
  }

  private static SearchHit hit(String text, Found found) {
    PartySummary party = found.party();
    List<String> own =
        new ArrayList<>(
            Arrays.asList(
                party.name(), party.shortName(), party.number(), party.phone(), party.email()));
    found.identifiers().forEach(identifier -> own.add(identifier.value()));
    return new SearchHit(
        RecordRef.of(PartyRegister.TYPE, party.id(), party.name()),
        Phrases.phrase(" · ", party.number(), party.identifier(), party.city()),
        "parties/" + party.id().value(),
        FormerNames.fitting(text, own, found.formerly()));
  }
}
