package org.kartoteka.contracts.internal.domain;

import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import org.kartoteka.contracts.AnnexId;
import org.kartoteka.contracts.ContractId;
import org.kartoteka.contracts.OriginalData;
import org.kartoteka.contracts.OriginalId;
import org.kartoteka.persistence.Kept;
import org.kartoteka.platform.api.act.Act;

/** The signed paper of a contract or an annex; it is missing until it is received. */
@Entity
@Table(name = "original", schema = "contracts")
public class Original extends Kept {

  @javax.persistence.Id
  @SequenceGenerator(
      name = "original",
      schema = "contracts",
      sequenceName = "original_seq",
      allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "original")
  private Long id;

  @Column(name = "contract_id")
  private long contractId;

  @Column(name = "annex_id")
  private Long annexId;

  private String title;

  @Column(name = "signed_on")
  private LocalDate signedOn;

  private String holder;

  @Column(name = "asked_on")
  private LocalDate askedOn;

  @Column(name = "asked_by")
  private String askedBy;

  @Column(name = "received_on")
  private LocalDate receivedOn;

  private String place;

  protected Original() {}

  /** The paper of a contract that was signed. */
  public static Original of(Contract contract, Act act) {
    return new Original(contract, null, contract.number(), contract.signedOn(), act);
  }

  /** The paper of an annex that was signed. */
  public static Original of(Contract contract, Annex annex, Act act) {
    String title = contract.number() + " / " + annex.number();
    return new Original(contract, annex.id(), title, annex.signedOn(), act);
  }

  private Original(Contract contract, AnnexId annex, String title, LocalDate signedOn, Act act) {
    super(act);
    contractId = contract.id().value();
    annexId = annex == null ? null : annex.value();
    this.title = title;
    this.signedOn = signedOn;
  }

  /** Takes over data in their normal form. */
  public void track(OriginalData data, Act act) {
    if (data.askedOn() != null && !data.askedOn().equals(askedOn)) {
      askedBy = act.by();
    }
    holder = data.holder();
    askedOn = data.askedOn();
    receivedOn = data.receivedOn();
    place = data.place();
    touched(act);
  }

  public OriginalId id() {
    return new OriginalId(id);
  }

  public ContractId contract() {
    return new ContractId(contractId);
  }

  public String title() {
    return title;
  }

  public OriginalData data() {
    return new OriginalData(holder, askedOn, receivedOn, place);
  }
}
