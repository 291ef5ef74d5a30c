package org.kartoteka.sales.internal.billing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.trade.ContractTerms;
import org.kartoteka.core.api.trade.DocumentRef;
import org.kartoteka.platform.api.problem.Moved;
import org.kartoteka.sales.InvoiceTemplates;
import org.kartoteka.sales.TemplateId;
import org.kartoteka.sales.internal.data.AgreementRows;
import org.kartoteka.sales.internal.data.ScheduleRows;
import org.kartoteka.sales.internal.domain.Agreement;
import org.kartoteka.sales.internal.domain.Fact;
import org.kartoteka.sales.internal.domain.Schedule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps what is to be invoiced, from all that is heard of contracts. */
@Component(service = Agreements.class)
public final class Agreements {

  /** How many are computed in one go: their terms are all in memory then. */
  private static final int MOST_AT_ONCE = 2_000;

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
    hear(contract.source(), contract.number(), Map.of(contract.key(), present(party)), fact);
  }

  /**
   * The same happened to what many parties have of a template.
   *
   * @param parties those that are there, by the keys of their agreements
   */
  void heard(String template, Map<String, PartyId> parties, Fact fact) {
    Map<String, PartyId> some = new HashMap<>();
    parties.forEach(
        (key, party) -> {
          some.put(key, party);
          if (some.size() == MOST_AT_ONCE) {
            hear(InvoiceTemplates.TYPE, template, some, fact);
            some.clear();
          }
        });
    if (!some.isEmpty()) {
      hear(InvoiceTemplates.TYPE, template, some, fact);
    }
  }

  private void hear(String source, String number, Map<String, PartyId> parties, Fact fact) {
    List<Long> ids = rows.add(rows.hold(source, number, parties), fact);
    if (ids.isEmpty()) {
      return;
    }
    Map<List<Fact>, Agreement> computed = new IdentityHashMap<>();
    Map<ContractTerms, List<Long>> latest = new HashMap<>();
    Map<Long, List<Schedule>> owed = new HashMap<>();
    rows.facts(ids)
        .forEach(
            (id, facts) -> {
              Agreement agreement = computed.computeIfAbsent(facts, Agreement::of);
              agreement
                  .latest()
                  .ifPresent(
                      terms -> latest.computeIfAbsent(terms, any -> new ArrayList<>()).add(id));
              owed.put(id, agreement.schedules());
            });
    latest.forEach((terms, those) -> rows.latest(those, terms));
    schedules.replace(owed);
  }

  /**
   * The keys of a template's agreements by its parties of now: one for each that joined, several
   * when parties have become one.
   */
  Map<PartyId, List<String>> ofTemplate(TemplateId template) {
    return rows.keysOfParties(template);
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
