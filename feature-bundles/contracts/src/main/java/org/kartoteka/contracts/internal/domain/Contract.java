package org.kartoteka.contracts.internal.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.persistence.CollectionTable;
import javax.persistence.Column;
import javax.persistence.ElementCollection;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.JoinColumn;
import javax.persistence.OrderColumn;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import org.kartoteka.contracts.ContractData;
import org.kartoteka.contracts.ContractId;
import org.kartoteka.contracts.ContractTypeId;
import org.kartoteka.contracts.ContractView;
import org.kartoteka.contracts.Contracts;
import org.kartoteka.contracts.TerminateContract;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.trade.DocumentRef;
import org.kartoteka.persistence.Kept;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.data.SearchText;
import org.kartoteka.platform.api.problem.Refused;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.UserId;

/** A contract as it was signed, and how long it holds. */
@Entity
@Table(name = "contract", schema = "contracts")
public class Contract extends Kept {

  @javax.persistence.Id
  @SequenceGenerator(
      name = "contract",
      schema = "contracts",
      sequenceName = "contract_seq",
      allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "contract")
  private Long id;

  @Column(name = "party_id")
  private long partyId;

  @Column(name = "party_name")
  private String partyName;

  @Column(name = "type_id")
  private long typeId;

  private String number;

  private String subject;

  @Column(name = "signed_on")
  private LocalDate signedOn;

  @Column(name = "starts_on")
  private LocalDate startsOn;

  @Column(name = "ends_on")
  private LocalDate endsOn;

  @Column(name = "notice_months")
  private Integer noticeMonths;

  @Column(name = "renewal_months")
  private Integer renewalMonths;

  @Column(name = "renews_on")
  private LocalDate renewsOn;

  @Column(name = "decide_by")
  private LocalDate decideBy;

  private String currency;

  @Column(name = "package_type")
  private String packageType;

  @Column(name = "salesperson_id")
  private Long salespersonId;

  @Column(name = "branch_id")
  private Long branchId;

  @Column(name = "responsible_id")
  private Long responsibleId;

  @Column(name = "monthly_amount")
  private BigDecimal monthlyAmount;

  @Column(name = "monthly_cost")
  private BigDecimal monthlyCost;

  private String note;

  @Column(name = "terminated_on")
  private LocalDate terminatedOn;

  @Column(name = "termination_reason")
  private String terminationReason;

  @Column(name = "termination_note")
  private String terminationNote;

  @Column(name = "agreed_end")
  private LocalDate agreedEnd;

  @Column(name = "withdrawal_reason")
  private String withdrawalReason;

  @Column(name = "search_text")
  private String searchText;

  @ElementCollection(fetch = FetchType.LAZY)
  @CollectionTable(
      name = "contract_line",
      schema = "contracts",
      joinColumns = @JoinColumn(name = "contract_id"))
  @OrderColumn(name = "position")
  private List<Line> lines = new ArrayList<>();

  protected Contract() {}

  /** A draft with data in their normal form, number and responsible person included. */
  public Contract(ContractData data, String partyName, Act act) {
    super(act);
    partyId = data.partyId().value();
    this.partyName = partyName;
    typeId = data.typeId().value();
    agree(data);
    describe(data);
  }

  /** Takes over data in their normal form; once it is signed, what was agreed stays. */
  public void change(ContractData data, Act act) {
    if (signedOn == null) {
      typeId = data.typeId().value();
      agree(data);
    }
    describe(data);
    touched(act);
  }

  /** The party has another name. */
  public void called(String newName) {
    partyName = newName;
    searchable();
  }

  /** Its party became another. */
  public void belongsTo(PartyId party, String name) {
    partyId = party.value();
    called(name);
  }

  /** It was signed. */
  public void sign(LocalDate day, Act act) {
    if (signedOn != null) {
      throw new Refused("problem.contracts.signed-already", number);
    }
    signedOn = day;
    hold(validity());
    touched(act);
  }

  /** It holds longer. */
  public void renew(LocalDate newEnd, Act act) {
    requireInForce();
    if (endsOn == null || newEnd != null && !newEnd.isAfter(endsOn)) {
      throw new Refused("problem.contracts.not-longer", number);
    }
    hold(validity().endingOn(newEnd));
    touched(act);
  }

  /** It ends. */
  public void terminate(TerminateContract order, Act act) {
    requireInForce();
    terminatedOn = order.declaredOn();
    terminationReason = order.reason();
    terminationNote = order.note();
    agreedEnd = endsOn;
    withdrawalReason = null;
    hold(validity().endingOn(order.endsOn()));
    touched(act);
  }

  /** It goes on as if it had never been terminated. */
  public void withdrawTermination(String reason, Act act) {
    requireTerminated();
    terminatedOn = null;
    terminationReason = null;
    terminationNote = null;
    withdrawalReason = reason;
    hold(validity().endingOn(agreedEnd));
    agreedEnd = null;
    touched(act);
  }

  /** An annex says how long it holds from now on. */
  public void annexed(Validity validity, Act act) {
    hold(validity);
    touched(act);
  }

  /** Lets only what was signed and has not ended be changed by later acts. */
  public void requireInForce() {
    if (signedOn == null) {
      throw new Refused("problem.contracts.not-signed", number);
    }
    if (terminatedOn != null) {
      throw new Refused("problem.contracts.terminated", number);
    }
  }

  /** Lets only that be taken back whose end was declared. */
  public void requireTerminated() {
    if (terminatedOn == null) {
      throw new Refused("problem.contracts.not-terminated", number);
    }
  }

  public ContractId id() {
    return new ContractId(id);
  }

  public PartyId party() {
    return new PartyId(partyId);
  }

  public ContractTypeId type() {
    return new ContractTypeId(typeId);
  }

  public String number() {
    return number;
  }

  public String currency() {
    return currency;
  }

  public boolean isSigned() {
    return signedOn != null;
  }

  public boolean isTerminated() {
    return terminatedOn != null;
  }

  /** The day on which it was signed; null for a draft. */
  public LocalDate signedOn() {
    return signedOn;
  }

  /** How long it holds. */
  public Validity validity() {
    return new Validity(startsOn, endsOn, noticeMonths, renewalMonths);
  }

  /** What was agreed at first. */
  public Terms terms() {
    return new Terms(packageType, salesperson(), branch(), Line.data(lines));
  }

  /** The contract with those of its annexes. */
  public TermsHistory history(List<Annex> annexes) {
    return new TermsHistory(startsOn, terms(), annexes.stream().map(Annex::step).toList());
  }

  /** Whether it was signed and holds on the day, for all that is known. */
  public boolean holdsOn(LocalDate day) {
    boolean over = terminatedOn != null && day.isAfter(endsOn);
    return signedOn != null && !over && validity().holdsOn(day);
  }

  /** Whether it goes on by itself, and nothing keeps it from that on the day. */
  public boolean isToRenew(LocalDate today) {
    return renewsOn != null && !renewsOn.isAfter(today);
  }

  /** How others know it. */
  public DocumentRef document() {
    return new DocumentRef(Contracts.SOURCE, Long.toString(id), number);
  }

  /** What it says. */
  public ContractData data() {
    return new ContractData(
        party(),
        type(),
        number,
        subject,
        startsOn,
        endsOn,
        noticeMonths,
        renewalMonths,
        currency,
        packageType,
        salesperson(),
        branch(),
        responsibleId == null ? null : new UserId(responsibleId),
        note,
        Line.data(lines));
  }

  /** What others see of it on a day. */
  public ContractView view(String typeName, LocalDate today) {
    ContractData data = data();
    return new ContractView(
        id(),
        revision(),
        Standing.of(validity(), isSigned(), isTerminated(), today),
        data.partyId(),
        partyName,
        data.typeId(),
        typeName,
        number,
        subject,
        signedOn,
        startsOn,
        endsOn,
        noticeMonths,
        renewalMonths,
        decideBy,
        currency,
        packageType,
        data.salespersonId(),
        data.branchId(),
        data.responsibleId(),
        note,
        terminatedOn,
        terminationReason,
        terminationNote,
        withdrawalReason,
        data.lines(),
        createdAt(),
        createdBy(),
        changedAt(),
        changedBy());
  }

  /** What its history tells of it. */
  public ContractFacts facts() {
    return new ContractFacts(
        number,
        subject,
        signedOn,
        validity(),
        packageType,
        salespersonId,
        branchId,
        responsibleId,
        note,
        terminatedOn,
        terminationReason,
        withdrawalReason,
        data().lines());
  }

  private UserId salesperson() {
    return salespersonId == null ? null : new UserId(salespersonId);
  }

  private BranchId branch() {
    return branchId == null ? null : new BranchId(branchId);
  }

  private void agree(ContractData data) {
    number = data.number();
    startsOn = data.startsOn();
    noticeMonths = data.noticeMonths();
    renewalMonths = data.renewalMonths();
    currency = data.currency();
    packageType = data.packageType();
    salespersonId = data.salespersonId() == null ? null : data.salespersonId().value();
    branchId = data.branchId() == null ? null : data.branchId().value();
    if (!Line.data(lines).equals(data.lines())) {
      lines.clear();
      lines.addAll(Line.all(data.lines()));
    }
    hold(validity().endingOn(data.endsOn()));
    monthlyAmount = Subscription.amount(terms(), currency, startsOn);
    monthlyCost = Subscription.cost(terms(), currency, startsOn);
  }

  private void describe(ContractData data) {
    subject = data.subject();
    responsibleId = data.responsibleId() == null ? null : data.responsibleId().value();
    note = data.note();
    searchable();
  }

  private void searchable() {
    searchText =
        SearchText.of(
            number,
            subject,
            partyName,
            Line.data(lines).stream()
                .map(line -> line.name() + " " + Objects.requireNonNullElse(line.product(), ""))
                .collect(Collectors.joining(" ")));
  }

  private void hold(Validity validity) {
    endsOn = validity.endsOn();
    noticeMonths = validity.noticeMonths();
    renewalMonths = validity.renewalMonths();
    boolean open = signedOn != null && terminatedOn == null;
    renewsOn = open ? validity.renewsOn() : null;
    decideBy = open ? validity.decideBy() : null;
  }
}
