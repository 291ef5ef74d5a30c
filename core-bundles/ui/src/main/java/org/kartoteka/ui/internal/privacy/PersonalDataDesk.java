package org.kartoteka.ui.internal.privacy;

import com.vaadin.flow.component.Component;
import org.kartoteka.core.api.person.PersonId;
import org.kartoteka.core.api.privacy.Consents;
import org.kartoteka.core.api.privacy.PersonalDataRights;
import org.kartoteka.ui.api.Workspace;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** What cards show of a person's rights. */
@org.osgi.service.component.annotations.Component(service = PersonalDataDesk.class)
public class PersonalDataDesk {

  public static final String PERMISSION = "core.privacy.manage";
  static final String ERASE = "core.privacy.erase";

  private final PersonalDataRights rights;
  private final Consents consents;

  @Activate
  public PersonalDataDesk(@Reference PersonalDataRights rights, @Reference Consents consents) {
    this.rights = rights;
    this.consents = consents;
  }

  /**
   * The tab of a person.
   *
   * @param erased when the person was erased
   */
  public Component panel(PersonId person, String name, Workspace workspace, Runnable erased) {
    return new PersonalDataPanel(rights, consents, person, name, workspace, erased);
  }
}
