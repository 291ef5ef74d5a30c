package org.kartoteka.commissions.internal.calculation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kartoteka.commissions.internal.domain.Annex;
import org.kartoteka.commissions.internal.domain.Beneficiary;
import org.kartoteka.commissions.internal.domain.ContractFacts;
import org.kartoteka.commissions.internal.domain.Deal;
import org.kartoteka.commissions.internal.domain.DealKind;
import org.kartoteka.commissions.internal.domain.Movement;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.trade.DocumentRef;
import org.kartoteka.platform.api.security.UserId;

/** All that is known of a deal, while events of it are handled. */
final class DealFile {

  final long id;
  final DocumentRef document;
  final boolean isNew;
  final List<Beneficiary> beneficiaries = new ArrayList<>();
  final List<Beneficiary> newBeneficiaries = new ArrayList<>();
  final List<Movement> newMovements = new ArrayList<>();
  final Set<DealFile> contracts = new HashSet<>();
  private final Set<Long> events = new HashSet<>();
  private final Set<String> annexes = new HashSet<>();

  String number;
  PartyId party;
  UserId salesperson;
  String contractType;
  LocalDate startsOn;
  LocalDate endedOn;
  int invoices;
  boolean changed;
  private LocalDate annexedOn;
  private Deal deal;

  DealFile(long id, DocumentRef document, Deal deal, boolean isNew) {
    this.id = id;
    this.document = document;
    this.number = document.number();
    this.deal = deal;
    this.isNew = isNew;
  }

  static String name(DocumentRef document) {
    return document.source() + "/" + document.key();
  }

  Deal deal() {
    return deal;
  }

  DealKind kind() {
    return deal.kind();
  }

  /** Whether it was signed or posted, and not only paid. */
  boolean isMade() {
    return deal.date() != null;
  }

  boolean knows(long event) {
    return events.contains(event);
  }

  void made(LocalDate day, Currency currency, int ofCustomer) {
    deal =
        new Deal(
            deal.kind(),
            number,
            day,
            currency,
            ofCustomer,
            deal.lines(),
            deal.paid(),
            deal.contracts());
    changed = true;
  }

  /** Takes note of something that is in the database already. */
  void recall(Movement movement) {
    events.add(movement.event());
    if (movement.kind() == Movement.Kind.ANNEXED) {
      annexedOn = movement.on();
      if (movement.annex() != null) {
        annexes.add(movement.annex().number());
      }
    }
    deal = deal.after(movement);
  }

  /**
   * When an annex counts: on its day, but not before the annex that came to lie before it and made
   * it be told again, so that a day that is long over is left alone.
   */
  LocalDate countsOn(Annex annex) {
    return annexes.contains(annex.number()) && annexedOn.isAfter(annex.signedOn())
        ? annexedOn
        : annex.signedOn();
  }

  /** Takes note of something new. */
  void move(Movement movement) {
    recall(movement);
    newMovements.add(movement);
  }

  void earns(Beneficiary one) {
    beneficiaries.add(one);
    newBeneficiaries.add(one);
  }

  /** What an invoice remembers of this contract. */
  ContractFacts facts(int invoice) {
    return new ContractFacts(contractType, startsOn, endedOn, invoice);
  }
}
