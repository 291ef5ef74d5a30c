package org.kartoteka.contracts.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
import org.kartoteka.contracts.AppendixData;
import org.kartoteka.contracts.AppendixId;
import org.kartoteka.contracts.AppendixView;
import org.kartoteka.contracts.ContractId;
import org.kartoteka.persistence.Kept;
import org.kartoteka.platform.api.act.Act;

/** A tariff appendix. */
@Entity
@Table(name = "appendix", schema = "contracts")
public class Appendix extends Kept {

  @javax.persistence.Id
  @SequenceGenerator(
      name = "appendix",
      schema = "contracts",
      sequenceName = "appendix_seq",
      allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "appendix")
  private Long id;

  @Column(name = "contract_id")
  private long contractId;

  private String name;

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "valid_until")
  private LocalDate validUntil;

  private String note;

  @ElementCollection(fetch = FetchType.LAZY)
  @CollectionTable(
      name = "tariff_line",
      schema = "contracts",
      joinColumns = @JoinColumn(name = "appendix_id"))
  @OrderColumn(name = "position")
  private List<AgreedPrice> lines = new ArrayList<>();

  protected Appendix() {}

  /** A new appendix with data in their normal form. */
  public Appendix(ContractId contract, AppendixData data, Act act) {
    super(act);
    contractId = contract.value();
    write(data);
  }

  /** Takes over data in their normal form. */
  public void change(AppendixData data, Act act) {
    write(data);
    touched(act);
  }

  public AppendixId id() {
    return new AppendixId(id);
  }

  public ContractId contract() {
    return new ContractId(contractId);
  }

  public String name() {
    return name;
  }

  /** How others see it. */
  public AppendixView view() {
    return new AppendixView(
        id(),
        revision(),
        contract(),
        name,
        validFrom,
        validUntil,
        note,
        data().lines(),
        createdAt(),
        createdBy(),
        changedAt(),
        changedBy());
  }

  public AppendixData data() {
    return new AppendixData(
        name, validFrom, validUntil, note, lines.stream().map(AgreedPrice::line).toList());
  }

  /** The prices that were agreed. */
  public Conformity.Tariff tariff() {
    return new Conformity.Tariff(name, validFrom, validUntil, id, data().lines());
  }

  private void write(AppendixData data) {
    name = data.name();
    validFrom = data.validFrom();
    validUntil = data.validUntil();
    note = data.note();
    if (!data().lines().equals(data.lines())) {
      lines.clear();
      data.lines().forEach(line -> lines.add(new AgreedPrice(line)));
    }
  }
}
