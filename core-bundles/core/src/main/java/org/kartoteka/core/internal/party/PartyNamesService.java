package org.kartoteka.core.internal.party;

import org.kartoteka.core.api.party.PartyNames;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.platform.api.security.AccessControl;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Offers the names of parties to the records of features. */
@Component(service = PartyNames.class)
public final class PartyNamesService extends PartyNames {

  @Activate
  public PartyNamesService(@Reference PartyRegister parties, @Reference AccessControl access) {
    super(parties, access);
  }
}
