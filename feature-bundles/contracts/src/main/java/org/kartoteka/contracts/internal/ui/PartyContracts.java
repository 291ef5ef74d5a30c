package org.kartoteka.contracts.internal.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.kartoteka.contracts.ContractQuery;
import org.kartoteka.contracts.ContractSummary;
import org.kartoteka.contracts.internal.data.ContractPermissions;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.data.Page;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.EmptyState;
import org.kartoteka.ui.api.component.Links;
import org.kartoteka.ui.api.component.StatusPill;

/** The contracts of a party. */
final class PartyContracts extends Div {

  PartyContracts(ContractDesk desk, PartyId party, Visit visit) {
    Workspace workspace = visit.workspace();
    Words words = new Words(desk, workspace);
    setId("party-contracts");
    if (workspace.may(ContractPermissions.CHANGE)) {
      Div acts =
          new Div(
              Links.quiet(
                  "party-contract-new",
                  workspace.text("contracts.new"),
                  "vaadin:plus",
                  () ->
                      ContractForm.add(
                          desk,
                          workspace,
                          party,
                          added -> visit.navigate(ContractListPage.address(added.id())))));
      acts.addClassName("kt-toolbar");
      add(acts);
    }
    Page<ContractSummary> page =
        desk.contracts()
            .page(
                ContractQuery.of(party),
                new PageRequest(PageRequest.DEFAULT_LIMIT, null, "-startsOn"));
    for (ContractSummary contract : page.items()) {
      Div name =
          new Div(
              Links.to(ContractListPage.address(contract.id()), contract.number()),
              new StatusPill(words.of(contract.state()), Words.tone(contract.state())));
      name.addClassName("kt-line");
      Div first =
          new Div(name, new Span(words.money(contract.monthlyAmount(), contract.currency())));
      first.addClassName("kt-card-line");
      Span second =
          new Span(
              Words.joined(
                  contract.typeName(),
                  contract.subject(),
                  words.period(contract.startsOn(), contract.endsOn()),
                  words.user(contract.salespersonId())));
      second.addClassName("kt-muted");
      Div entry = new Div(first, second);
      entry.addClassName("kt-line-block");
      entry.getStyle().set("padding-block", "0.25rem");
      add(entry);
    }
    if (page.next() != null) {
      add(Links.to("contracts?party=" + party.value(), workspace.text("contracts.card.all")));
    }
    if (page.items().isEmpty()) {
      add(
          new EmptyState(
              "vaadin:file-text-o",
              workspace.text("contracts.none"),
              workspace.text("contracts.none.party")));
    }
  }
}
