package org.kartoteka.commissions.internal.ui;

import org.kartoteka.commissions.Accruals;
import org.kartoteka.commissions.DryRuns;
import org.kartoteka.commissions.Plans;
import org.kartoteka.commissions.Statements;
import org.kartoteka.commissions.internal.Sentences;
import org.kartoteka.commissions.internal.StatementPaper;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.platform.api.security.UserDirectory;
import org.kartoteka.ui.api.ListExport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the pages of this room work with. */
@Component(service = Desk.class)
public final class Desk {

  private final Accruals accruals;
  private final Statements statements;
  private final Plans plans;
  private final DryRuns dryRuns;
  private final Sentences sentences;
  private final StatementPaper paper;
  private final PartyRegister parties;
  private final UserDirectory users;
  private final ListExport export;

  @Activate
  public Desk(
      @Reference Accruals accruals,
      @Reference Statements statements,
      @Reference Plans plans,
      @Reference DryRuns dryRuns,
      @Reference Sentences sentences,
      @Reference StatementPaper paper,
      @Reference PartyRegister parties,
      @Reference UserDirectory users,
      @Reference ListExport export) {
    this.accruals = accruals;
    this.statements = statements;
    this.plans = plans;
    this.dryRuns = dryRuns;
    this.sentences = sentences;
    this.paper = paper;
    this.parties = parties;
    this.users = users;
    this.export = export;
  }

  Accruals accruals() {
    return accruals;
  }

  Statements statements() {
    return statements;
  }

  Plans plans() {
    return plans;
  }

  DryRuns dryRuns() {
    return dryRuns;
  }

  Sentences sentences() {
    return sentences;
  }

  StatementPaper paper() {
    return paper;
  }

  PartyRegister parties() {
    return parties;
  }

  UserDirectory users() {
    return users;
  }

  ListExport export() {
    return export;
  }
}
