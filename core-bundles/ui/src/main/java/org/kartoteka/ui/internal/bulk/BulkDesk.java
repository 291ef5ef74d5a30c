package org.kartoteka.ui.internal.bulk;

import org.kartoteka.core.api.bulk.BulkActs;
import org.kartoteka.core.api.bulk.BulkVerb;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.register.Registers;
import org.kartoteka.ui.api.Watch;
import org.kartoteka.ui.internal.custom.CustomDesk;
import org.kartoteka.ui.internal.record.Colleagues;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The services that bulk acts on the screen work with. */
@Component(service = BulkDesk.class)
public class BulkDesk {

  private final BulkActs acts;
  private final PartyRegister parties;
  private final Registers registers;
  private final Colleagues colleagues;
  private final CustomDesk custom;
  private final Watch watch;

  @Activate
  public BulkDesk(
      @Reference BulkActs acts,
      @Reference PartyRegister parties,
      @Reference Registers registers,
      @Reference Colleagues colleagues,
      @Reference CustomDesk custom,
      @Reference Watch watch) {
    this.acts = acts;
    this.parties = parties;
    this.registers = registers;
    this.colleagues = colleagues;
    this.custom = custom;
    this.watch = watch;
  }

  BulkActs acts() {
    return acts;
  }

  PartyRegister parties() {
    return parties;
  }

  Registers registers() {
    return registers;
  }

  Colleagues colleagues() {
    return colleagues;
  }

  CustomDesk custom() {
    return custom;
  }

  /** Whether there is anything that the verb can do: no field is set where there are none. */
  public boolean offers(BulkVerb verb) {
    return verb != BulkVerb.FIELD || !custom.ofParties().isEmpty();
  }

  Watch watch() {
    return watch;
  }
}
