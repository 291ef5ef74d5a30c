package org.kartoteka.contracts.internal.ui;

import org.kartoteka.contracts.internal.data.ContractPermissions;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.WorkspaceAction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** Drafts a contract from anywhere. */
@org.osgi.service.component.annotations.Component
public final class NewContractAction implements WorkspaceAction {

  private final ContractDesk desk;

  @Activate
  public NewContractAction(@Reference ContractDesk desk) {
    this.desk = desk;
  }

  @Override
  public String id() {
    return "contract";
  }

  @Override
  public String feature() {
    return ContractPermissions.FEATURE;
  }

  @Override
  public String titleKey() {
    return "contracts.new";
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public String permission() {
    return ContractPermissions.CHANGE;
  }

  @Override
  public String icon() {
    return "vaadin:file-text-o";
  }

  @Override
  public boolean adds() {
    return true;
  }

  @Override
  public void run(Workspace workspace) {
    ContractForm.add(
        desk, workspace, null, added -> workspace.navigate(ContractListPage.address(added.id())));
  }
}
