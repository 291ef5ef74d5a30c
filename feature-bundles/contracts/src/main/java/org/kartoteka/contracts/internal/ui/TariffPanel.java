package org.kartoteka.contracts.internal.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.kartoteka.contracts.AppendixView;
import org.kartoteka.contracts.ContractView;
import org.kartoteka.contracts.internal.data.ContractPermissions;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.Links;

/** The tariff appendices of a contract, and the check of an order against it. */
final class TariffPanel extends Div {

  TariffPanel(ContractDesk desk, Workspace workspace, ContractView contract, Runnable afterwards) {
    Words words = new Words(desk, workspace);
    addClassName("kt-panel");
    setId("contract-tariffs");
    Div acts = new Div();
    acts.addClassName("kt-toolbar");
    if (workspace.may(ContractPermissions.CHANGE)) {
      acts.add(
          Links.quiet(
              "appendix-new",
              workspace.text("contracts.appendix.new"),
              "vaadin:plus",
              () -> AppendixForm.add(desk, workspace, contract.id(), afterwards)));
    }
    acts.add(
        Links.quiet(
            "order-check",
            workspace.text("contracts.order.check"),
            "vaadin:check-square-o",
            () -> OrderForm.open(desk, workspace, contract)));
    H2 title = new H2(workspace.text("contracts.tariffs"));
    title.add(acts);
    add(title);
    List<AppendixView> all = desk.tariffs().of(contract.id());
    for (AppendixView appendix : all) {
      add(
          Links.quiet(
              "appendix-" + appendix.id().value(),
              appendix.name(),
              "vaadin:angle-right",
              () -> AppendixForm.edit(desk, workspace, appendix, afterwards)));
      Span details =
          new Span(
              Words.joined(
                  words.period(appendix.validFrom(), appendix.validUntil()),
                  workspace.text("contracts.appendix.lines", appendix.lines().size())));
      details.addClassName("kt-muted");
      add(new Div(details));
    }
    if (all.isEmpty()) {
      Span none = new Span(workspace.text("contracts.tariffs.none"));
      none.addClassName("kt-muted");
      add(none);
    }
  }
}
