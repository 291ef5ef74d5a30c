package org.kartoteka.ui.internal.party;

import java.util.Set;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.platform.api.exchange.ExportQuery;
import org.kartoteka.ui.api.PartyAction;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.internal.exchange.ExportDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Exports the selected parties. */
@Component
public class ExportPartiesAction implements PartyAction {

  private final ExportDesk exports;

  @Activate
  public ExportPartiesAction(@Reference ExportDesk exports) {
    this.exports = exports;
  }

  @Override
  public String id() {
    return "export";
  }

  @Override
  public String feature() {
    return "core";
  }

  @Override
  public String titleKey() {
    return "ui.export.open";
  }

  @Override
  public int order() {
    return 90;
  }

  @Override
  public String permission() {
    return "core.export";
  }

  @Override
  public String icon() {
    return "vaadin:upload-alt";
  }

  @Override
  public void act(Set<PartyId> parties, Workspace workspace, Runnable afterwards) {
    exports.open(
        workspace,
        PartyRegister.TYPE,
        new ExportQuery(
            null, null, parties.stream().map(id -> Long.toString(id.value())).sorted().toList()));
  }
}
