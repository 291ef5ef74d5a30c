package org.kartoteka.contracts.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
import org.kartoteka.contracts.AnnexData;
import org.kartoteka.contracts.AnnexId;
import org.kartoteka.contracts.AnnexView;
import org.kartoteka.contracts.ContractId;
import org.kartoteka.persistence.Kept;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.UserId;

/** An annex as it was signed: what it changes. */
@Entity
@Table(name = "annex", schema = "contracts")
public class Annex extends Kept {

  @javax.persistence.Id
  @SequenceGenerator(
      name = "annex",
      schema = "contracts",
      sequenceName = "annex_seq",
      allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "annex")
  private Long id;

  @Column(name = "contract_id")
  private long contractId;

  private int place;

  private String number;

  private String subject;

  @Column(name = "signed_on")
  private LocalDate signedOn;

  @Column(name = "effective_on")
  private LocalDate effectiveOn;

  private String fields;

  @Column(name = "package_type")
  private String packageType;

  @Column(name = "salesperson_id")
  private Long salespersonId;

  @Column(name = "branch_id")
  private Long branchId;

  private String ended;

  private boolean validity;

  @Column(name = "ends_on")
  private LocalDate endsOn;

  @Column(name = "notice_months")
  private Integer noticeMonths;

  @Column(name = "renewal_months")
  private Integer renewalMonths;

  @ElementCollection(fetch = FetchType.LAZY)
  @CollectionTable(
      name = "annex_line",
      schema = "contracts",
      joinColumns = @JoinColumn(name = "annex_id"))
  @OrderColumn(name = "position")
  private List<Line> lines = new ArrayList<>();

  protected Annex() {}

  /**
   * An annex with data in their normal form.
   *
   * @param place among the annexes of the contract
   * @param change what it changes of the terms
   * @param held how long the contract held before
   */
  public Annex(
      ContractId contract, int place, AnnexData data, TermsChange change, Validity held, Act act) {
    super(act);
    contractId = contract.value();
    this.place = place;
    number = data.number() == null ? Integer.toString(place) : data.number();
    subject = data.subject();
    signedOn = data.signedOn();
    effectiveOn = data.effectiveOn();
    fields = Words.joined(change.fields());
    packageType = data.packageType();
    salespersonId = data.salespersonId() == null ? null : data.salespersonId().value();
    branchId = data.branchId() == null ? null : data.branchId().value();
    ended = Words.joined(change.ended());
    lines.addAll(Line.all(change.set()));
    endsOn = data.endsOn();
    noticeMonths = data.noticeMonths();
    renewalMonths = data.renewalMonths();
    validity = !held.equals(validity(held.startsOn()));
  }

  public AnnexId id() {
    return new AnnexId(id);
  }

  public int place() {
    return place;
  }

  public String number() {
    return number;
  }

  public LocalDate signedOn() {
    return signedOn;
  }

  public LocalDate effectiveOn() {
    return effectiveOn;
  }

  /** Whether it changed how long the contract holds. */
  public boolean changesValidity() {
    return validity;
  }

  /** How long the contract holds by it. */
  public final Validity validity(LocalDate startsOn) {
    return new Validity(startsOn, endsOn, noticeMonths, renewalMonths);
  }

  /** What it changes of the terms. */
  public TermsChange change() {
    return new TermsChange(
        Words.split(fields, TermsChange.Field.class),
        packageType,
        salespersonId == null ? null : new UserId(salespersonId),
        branchId == null ? null : new BranchId(branchId),
        Line.data(lines),
        Words.split(ended));
  }

  TermsHistory.Step step() {
    return new TermsHistory.Step(
        id == null ? null : id(), number, effectiveOn, signedOn, place, change());
  }

  public ContractId contract() {
    return new ContractId(contractId);
  }

  /** How others see it. */
  public AnnexView view() {
    TermsChange change = change();
    Set<String> changes = new TreeSet<>();
    change.fields().forEach(field -> changes.add(field.name()));
    if (validity) {
      changes.add("VALIDITY");
    }
    return new AnnexView(
        id(),
        new ContractId(contractId),
        number,
        subject,
        signedOn,
        effectiveOn,
        changes,
        change.packageType(),
        change.salesperson(),
        change.branch(),
        endsOn,
        noticeMonths,
        renewalMonths,
        change.set(),
        List.copyOf(change.ended()),
        createdAt(),
        createdBy());
  }
}
