package org.kartoteka.core.internal.retention;

import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.api.privacy.PersonalDataRights;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.privacy.RetentionKind;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Persons at parties that are potential only, with whom nobody has been in touch for long. */
@Component(service = RetentionKind.class)
public final class ProspectRetention extends PersonRetention {

  @Activate
  public ProspectRetention(@Reference UnitOfWork unitOfWork, @Reference PersonalDataRights rights) {
    super(unitOfWork, rights, PartyStatus.POTENTIAL, true);
  }

  @Override
  public String name() {
    return "core.prospect";
  }
}
