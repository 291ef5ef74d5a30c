package org.kartoteka.contracts.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kartoteka.contracts.AnnexView;
import org.kartoteka.contracts.CodeList;
import org.kartoteka.contracts.ContractId;
import org.kartoteka.contracts.ContractState;
import org.kartoteka.contracts.ContractView;
import org.kartoteka.contracts.internal.data.ContractPermissions;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.Facts;
import org.kartoteka.ui.api.component.Links;
import org.kartoteka.ui.api.component.PageTitle;
import org.kartoteka.ui.api.component.StatusPill;

/** The card of a contract. */
final class ContractPage extends Div {

  private final transient ContractDesk desk;
  private final transient Visit visit;
  private final transient Workspace workspace;
  private final transient Words words;
  private final ContractId id;

  ContractPage(ContractDesk desk, Visit visit, ContractId id) {
    this.desk = desk;
    this.visit = visit;
    this.id = id;
    workspace = visit.workspace();
    words = new Words(desk, workspace);
    addClassName("kt-page");
    setId("contract-page");
    fill();
  }

  private void fill() {
    removeAll();
    ContractView contract = desk.contracts().get(id);
    visit.title(contract.number());
    PageTitle title = new PageTitle(contract.number(), acts(contract));
    title.addComponentAtIndex(
        1, new StatusPill(words.of(contract.state()), Words.tone(contract.state())));
    add(
        title,
        facts(contract),
        new TermsPanel(desk, workspace, contract),
        annexes(contract),
        new TariffPanel(desk, workspace, contract, this::fill),
        new PapersPanel(desk, workspace, contract, this::fill),
        new ChangesPanel(desk, workspace, contract));
  }

  private Component[] acts(ContractView contract) {
    ActForms forms = new ActForms(desk, workspace, contract, this::fill);
    List<Component> acts = new ArrayList<>();
    boolean draft = contract.state() == ContractState.DRAFT;
    boolean ended = contract.terminatedOn() != null;
    if (workspace.may(ContractPermissions.SIGN) && draft) {
      acts.add(
          Links.primary(
              "contract-sign", workspace.text("contracts.sign"), "vaadin:pencil", forms::sign));
    }
    if (workspace.may(ContractPermissions.SIGN) && !draft && !ended) {
      acts.add(
          Links.primary(
              "contract-annex",
              workspace.text("contracts.annex"),
              "vaadin:file-add",
              () -> AnnexForm.add(desk, workspace, contract, this::fill)));
      if (contract.endsOn() != null) {
        acts.add(button("contract-renew", "contracts.renew", "vaadin:refresh", forms::renew));
      }
    }
    if (workspace.may(ContractPermissions.TERMINATE) && !draft && !ended) {
      acts.add(
          button(
              "contract-terminate",
              "contracts.terminate",
              "vaadin:close-circle-o",
              forms::terminate));
    }
    if (mayWithdraw(contract)) {
      acts.add(
          button(
              "contract-withdraw", "contracts.withdraw", "vaadin:arrow-backward", forms::withdraw));
    }
    if (workspace.may(ContractPermissions.CHANGE)) {
      acts.add(
          button(
              "contract-edit",
              "contracts.edit",
              "vaadin:edit",
              () -> ContractForm.edit(desk, workspace, contract, this::fill)));
    }
    return acts.toArray(Component[]::new);
  }

  private boolean mayWithdraw(ContractView contract) {
    return contract.terminatedOn() != null
        && workspace.may(ContractPermissions.TERMINATE)
        && (contract.state() == ContractState.UNDER_NOTICE
            || workspace.may(ContractPermissions.REOPEN));
  }

  private Component button(String buttonId, String key, String icon, Runnable act) {
    return Links.button(buttonId, workspace.text(key), icon, act);
  }

  private Facts facts(ContractView contract) {
    Facts facts = new Facts(workspace.text("contracts.card.agreement"));
    facts.setId("contract-facts");
    facts.always(
        text("partyId"),
        Links.to("parties/" + contract.partyId().value() + "?tab=contracts", contract.partyName()));
    facts
        .fact(text("typeId"), contract.typeName())
        .fact(text("subject"), contract.subject())
        .fact(text("signedOn"), date(contract.signedOn()))
        .fact(text("period"), words.period(contract.startsOn(), contract.endsOn()))
        .fact(workspace.text("contracts.card.notice"), words.months(contract.noticeMonths()))
        .fact(workspace.text("contracts.card.renewal"), words.months(contract.renewalMonths()))
        .fact(text("decideBy"), date(contract.decideBy()))
        .fact(text("responsibleId"), words.user(contract.responsibleId()))
        .fact(text("terminatedOn"), date(contract.terminatedOn()))
        .fact(
            text("terminationReason"),
            words.code(CodeList.TERMINATION_REASON, contract.terminationReason()))
        .fact(text("terminationNote"), contract.terminationNote())
        .fact(text("withdrawalReason"), contract.withdrawalReason())
        .fact(text("note"), contract.note());
    return facts;
  }

  private Div annexes(ContractView contract) {
    Div panel = new Div(new H2(workspace.text("contracts.annexes")));
    panel.addClassName("kt-panel");
    panel.setId("contract-annexes");
    List<AnnexView> all = desk.annexes().of(id);
    for (AnnexView annex : all) {
      Span name =
          new Span(
              Words.joined(
                  workspace.text("contracts.annex.called", annex.number()), annex.subject()));
      name.addClassName("kt-strong");
      Span days =
          new Span(
              workspace.text(
                  "contracts.annex.days", date(annex.effectiveOn()), date(annex.signedOn())));
      days.addClassName("kt-muted");
      Div line =
          new Div(
              new Div(name), new Div(days), new Div(new Span(changes(annex, contract.currency()))));
      line.addClassName("kt-line-block");
      line.getStyle().set("padding-block", "0.25rem");
      panel.add(line);
    }
    if (all.isEmpty()) {
      Span none = new Span(workspace.text("contracts.annexes.none"));
      none.addClassName("kt-muted");
      panel.add(none);
    }
    return panel;
  }

  private String changes(AnnexView annex, String currency) {
    List<String> parts = new ArrayList<>();
    annex.set().forEach(line -> parts.add(words.line(line, currency)));
    if (!annex.ended().isEmpty()) {
      parts.add(workspace.text("contracts.annex.ended", annex.ended().size()));
    }
    annex.changes().stream()
        .sorted()
        .forEach(change -> parts.add(workspace.text("contracts.annex.change." + change)));
    return String.join("; ", parts);
  }

  private String text(String field) {
    return workspace.text("contracts.field." + field);
  }

  private String date(LocalDate day) {
    return workspace.formats().date(day);
  }
}
