package org.kartoteka.contracts.internal.ui;

import com.vaadin.flow.component.Component;
import org.kartoteka.contracts.ContractId;
import org.kartoteka.contracts.internal.data.ContractPermissions;
import org.kartoteka.ui.api.Section;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.WorkspaceView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** The menu entry of this room and the pages behind it. */
@org.osgi.service.component.annotations.Component
public final class ContractsView implements WorkspaceView {

  private final ContractDesk desk;

  @Activate
  public ContractsView(@Reference ContractDesk desk) {
    this.desk = desk;
  }

  @Override
  public String id() {
    return ContractPermissions.FEATURE;
  }

  @Override
  public String feature() {
    return ContractPermissions.FEATURE;
  }

  @Override
  public String titleKey() {
    return "contracts.title";
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public String permission() {
    return ContractPermissions.READ;
  }

  @Override
  public Section section() {
    return Section.SALES;
  }

  @Override
  public String icon() {
    return "vaadin:file-text-o";
  }

  @Override
  public Component open(Visit visit) {
    ContractId chosen = visit.id(0, ContractId::new);
    if (chosen != null) {
      return new ContractPage(desk, visit, chosen);
    }
    return switch (RoomTab.at(visit.path().isEmpty() ? "" : visit.path().get(0))) {
      case CONTRACTS -> new ContractListPage(desk, visit);
      case ORIGINALS -> new OriginalsPage(desk, visit);
      case BALANCE -> new BalancePage(desk, visit);
      case DEFINITIONS -> new DefinitionsPage(desk, visit);
    };
  }
}
