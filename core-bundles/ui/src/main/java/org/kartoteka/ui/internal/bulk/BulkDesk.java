package org.kartoteka.ui.internal.bulk;

import org.kartoteka.core.api.bulk.BulkActs;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.register.Registers;
import org.kartoteka.ui.api.Watch;
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
  private final Watch watch;

  @Activate
  public BulkDesk(
      @Reference BulkActs acts,
      @Reference PartyRegister parties,
      @Reference Registers registers,
      @Reference Colleagues colleagues,
      @Reference Watch watch) {
    this.acts = acts;
    this.parties = parties;
    this.registers = registers;
    this.colleagues = colleagues;
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

  Watch watch() {
    return watch;
  }
}
