package org.kartoteka.core.internal.trade;

import static org.kartoteka.core.internal.data.CorePermissions.TRADE_PUBLISH;

import java.util.List;
import org.kartoteka.core.api.party.PartyScope;
import org.kartoteka.core.api.trade.Allocation;
import org.kartoteka.core.api.trade.DocumentRef;
import org.kartoteka.core.api.trade.TradeEvents;
import org.kartoteka.core.api.trade.event.ContractAnnexed;
import org.kartoteka.core.api.trade.event.ContractRenewed;
import org.kartoteka.core.api.trade.event.ContractSigned;
import org.kartoteka.core.api.trade.event.ContractTerminated;
import org.kartoteka.core.api.trade.event.ContractTerminationWithdrawn;
import org.kartoteka.core.api.trade.event.CreditNotePosted;
import org.kartoteka.core.api.trade.event.InvoicePosted;
import org.kartoteka.core.api.trade.event.PaymentAllocated;
import org.kartoteka.core.api.trade.event.PaymentReceived;
import org.kartoteka.core.api.trade.event.PaymentReturned;
import org.kartoteka.core.api.trade.event.TradeEvent;
import org.kartoteka.platform.api.data.UnitOfWork;
import org.kartoteka.platform.api.feature.FeatureCatalog;
import org.kartoteka.platform.api.journal.Journal;
import org.kartoteka.platform.api.problem.Findings;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.AccessControl;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.platform.api.security.UserDirectory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes trade events from systems outside. */
@Component
public final class TradeEventsService implements TradeEvents {

  private static final String OURS = "core";

  private final UnitOfWork unitOfWork;
  private final AccessControl access;
  private final PartyScope scope;
  private final UserDirectory users;
  private final FeatureCatalog features;
  private final ToldDocuments told;
  private final Journal journal;

  @Activate
  public TradeEventsService(
      @Reference UnitOfWork unitOfWork,
      @Reference AccessControl access,
      @Reference PartyScope scope,
      @Reference UserDirectory users,
      @Reference FeatureCatalog features,
      @Reference ToldDocuments told,
      @Reference Journal journal) {
    this.unitOfWork = unitOfWork;
    this.access = access;
    this.scope = scope;
    this.users = users;
    this.features = features;
    this.told = told;
    this.journal = journal;
  }

  @Override
  public boolean publish(TradeEvent event) {
    access.require(TRADE_PUBLISH);
    Findings findings = new Findings();
    new TradeRules(findings).check(event);
    findings.throwIfAny();
    return unitOfWork.callRepeatably(
        () -> {
          check(event);
          return tell(event);
        });
  }

  private boolean tell(TradeEvent event) {
    TradeKind kind = TradeKind.of(event);
    String key = kind.key(event);
    String digest = Digest.of(event);
    if (!told.add(kind, event.document(), key, event.party(), digest)) {
      if (!told.digest(kind, event.document(), key).equals(digest)) {
        throw new Refused("problem.trade.toldOtherwise", event.document().source(), key);
      }
      return false;
    }
    journal.append(event);
    return true;
  }

  private void check(TradeEvent event) {
    scope.require(event.party(), RecordAction.CHANGE);
    Findings findings = new Findings();
    String source = event.document().source();
    if (source.equals(OURS) || features.feature(source).isPresent()) {
      findings.add("document.source", "tradeSourceOfFeature", source);
    }
    if (event instanceof ContractSigned signed) {
      users.check("terms.salesperson", signed.terms().salesperson(), findings);
    } else if (event instanceof ContractAnnexed annexed) {
      users.check("terms.salesperson", annexed.terms().salesperson(), findings);
      known("document", TradeKind.CONTRACT, event.document(), event, findings);
    } else if (event instanceof ContractRenewed
        || event instanceof ContractTerminated
        || event instanceof ContractTerminationWithdrawn) {
      known("document", TradeKind.CONTRACT, event.document(), event, findings);
    } else if (event instanceof InvoicePosted invoice) {
      users.check("salesperson", invoice.salesperson(), findings);
    } else if (event instanceof CreditNotePosted note) {
      users.check("salesperson", note.salesperson(), findings);
      known("corrects", TradeKind.INVOICE, note.corrects(), event, findings);
    } else if (event instanceof PaymentReceived payment) {
      settled(payment.allocations(), event, findings);
    } else if (event instanceof PaymentAllocated allocated) {
      known("payment", TradeKind.PAYMENT, allocated.payment(), event, findings);
      settled(allocated.allocations(), event, findings);
    } else if (event instanceof PaymentReturned returned) {
      known("payment", TradeKind.PAYMENT, returned.payment(), event, findings);
      settled(returned.allocations(), event, findings);
    }
    findings.throwIfAny();
  }

  private void settled(List<Allocation> allocations, TradeEvent event, Findings findings) {
    for (int i = 0; i < allocations.size(); i++) {
      DocumentRef document = allocations.get(i).document();
      if (told.party(TradeKind.CREDIT_NOTE, document).isEmpty()) {
        known("allocations[" + i + "].document", TradeKind.INVOICE, document, event, findings);
      }
    }
  }

  /** Another document that an event is about must have been told of, by the same system. */
  private void known(
      String field, TradeKind kind, DocumentRef document, TradeEvent event, Findings findings) {
    if (!document.source().equals(event.document().source())
        || told.party(kind, document).isEmpty()) {
      findings.add(field, "unknownTradeDocument", document.source(), document.key());
    }
  }
}
