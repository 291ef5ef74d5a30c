package org.kartoteka.core.internal.retention;

import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.api.privacy.PersonalDataRights;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.privacy.RetentionKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Persons at passive parties, of whom nothing has been changed for long. */
@Component(service = RetentionKind.class)
public final class PassivePersonRetention extends PersonRetention {

  @Activate
  public PassivePersonRetention(
      @Reference UnitOfWork unitOfWork, @Reference PersonalDataRights rights) {
    super(unitOfWork, rights, PartyStatus.PASSIVE, false);
  }

  @Override
  public String name() {
    return "core.passive-person";
  }
}
