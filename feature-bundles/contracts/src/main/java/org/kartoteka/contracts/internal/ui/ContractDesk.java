package org.kartoteka.contracts.internal.ui;

import org.kartoteka.contracts.Annexes;
import org.kartoteka.contracts.CodeLists;
import org.kartoteka.contracts.ContractBalance;
import org.kartoteka.contracts.ContractTypes;
import org.kartoteka.contracts.Contracts;
import org.kartoteka.contracts.NumberSeries;
import org.kartoteka.contracts.Originals;
import org.kartoteka.contracts.Scans;
import org.kartoteka.contracts.Tariffs;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.platform.api.history.ChangeHistory;
import org.kartoteka.platform.api.security.Branches;
import org.kartoteka.platform.api.security.UserDirectory;
import org.kartoteka.ui.api.ListExport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** What the pages of this room work with. */
@org.osgi.service.component.annotations.Component(service = ContractDesk.class)
public final class ContractDesk {

  private final Contracts contracts;
  private final Annexes annexes;
  private final Tariffs tariffs;
  private final Originals originals;
  private final Scans scans;
  private final ContractBalance balance;
  private final ContractTypes types;
  private final NumberSeries series;
  private final CodeLists codes;
  private final PartyRegister parties;
  private final UserDirectory users;
  private final Branches branches;
  private final ChangeHistory history;
  private final ListExport export;

  @Activate
  public ContractDesk(
      @Reference Contracts contracts,
      @Reference Annexes annexes,
      @Reference Tariffs tariffs,
      @Reference Originals originals,
      @Reference Scans scans,
      @Reference ContractBalance balance,
      @Reference ContractTypes types,
      @Reference NumberSeries series,
      @Reference CodeLists codes,
      @Reference PartyRegister parties,
      @Reference UserDirectory users,
      @Reference Branches branches,
      @Reference ChangeHistory history,
      @Reference ListExport export) {
    this.contracts = contracts;
    this.annexes = annexes;
    this.tariffs = tariffs;
    this.originals = originals;
    this.scans = scans;
    this.balance = balance;
    this.types = types;
    this.series = series;
    this.codes = codes;
    this.parties = parties;
    this.users = users;
    this.branches = branches;
    this.history = history;
    this.export = export;
  }

  Contracts contracts() {
    return contracts;
  }

  Annexes annexes() {
    return annexes;
  }

  Tariffs tariffs() {
    return tariffs;
  }

  Originals originals() {
    return originals;
  }

  Scans scans() {
    return scans;
  }

  ContractBalance balance() {
    return balance;
  }

  ContractTypes types() {
    return types;
  }

  NumberSeries series() {
    return series;
  }

  CodeLists codes() {
    return codes;
  }

  PartyRegister parties() {
    return parties;
  }

  UserDirectory users() {
    return users;
  }

  Branches branches() {
    return branches;
  }

  ChangeHistory history() {
    return history;
  }

  ListExport export() {
    return export;
  }
}
