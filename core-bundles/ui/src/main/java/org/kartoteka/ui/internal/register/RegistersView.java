package org.kartoteka.ui.internal.register;

import org.kartoteka.core.api.register.Registers;
import org.kartoteka.ui.api.Section;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.WorkspaceView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The registers that parties stand in. */
@Component
public class RegistersView implements WorkspaceView {

  private final Registers registers;

  @Activate
  public RegistersView(@Reference Registers registers) {
    this.registers = registers;
  }

  @Override
  public String id() {
    return "registers";
  }

  @Override
  public String feature() {
    return "core";
  }

  @Override
  public String titleKey() {
    return "register.plural";
  }

  @Override
  public Section section() {
    return Section.REGISTER;
  }

  @Override
  public String icon() {
    return "vaadin:archives";
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public String permission() {
    return "core.party.read";
  }

  @Override
  public com.vaadin.flow.component.Component open(Visit visit) {
    return new RegistersPage(registers, visit);
  }
}
