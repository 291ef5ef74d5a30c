package org.kartoteka.sales.internal.billing;

import java.util.List;
import java.util.Map;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.trade.DocumentRef;
import org.kartoteka.platform.api.problem.Moved;
import org.kartoteka.sales.InvoiceTemplates;
import org.kartoteka.sales.TemplateId;
import org.kartoteka.sales.internal.data.AgreementRows;
import org.kartoteka.sales.internal.data.ScheduleRows;
import org.kartoteka.sales.internal.domain.Agreement;
import org.kartoteka.sales.internal.domain.Fact;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps what is to be invoiced, from all that is heard of contracts. */
@Component(service = Agreements.class)
public final class Agreements {

  private final AgreementRows rows;
  private final ScheduleRows schedules;
  private final PartyRegister parties;

  @Activate
  public Agreements(
      @Reference AgreementRows rows,
      @Reference ScheduleRows schedules,
      @Reference PartyRegister parties) {
    this.rows = rows;
    this.schedules = schedules;
    this.parties = parties;
  }

  /** Something happened to a contract; hearing it again changes nothing. */
  void heard(DocumentRef contract, PartyId party, Fact fact) {
    long id = rows.hold(contract, present(party));
    if (rows.add(id, fact)) {
      List<Fact> facts = rows.facts(id);
      Agreement agreement = Agreement.of(facts);
      agreement.latest().ifPresent(terms -> rows.latest(id, terms));
      schedules.replace(id, agreement.schedules());
    }
  }

  /**
   * The keys of a template's agreements by party: one for each that joined, several when parties
   * have become one.
   */
  Map<PartyId, List<String>> ofTemplate(TemplateId template) {
    return rows.keys(InvoiceTemplates.TYPE, template.value() + ":");
  }

  /** The party, or the one it has become part of since. */
  private PartyId present(PartyId party) {
    try {
      return parties.get(party).id();
    } catch (Moved moved) {
      return present(new PartyId(moved.to()));
    }
  }
}
