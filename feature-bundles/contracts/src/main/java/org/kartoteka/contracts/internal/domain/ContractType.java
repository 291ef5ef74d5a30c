package org.kartoteka.contracts.internal.domain;

import java.util.Set;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import org.kartoteka.contracts.ContractTypeData;
import org.kartoteka.contracts.ContractTypeId;
import org.kartoteka.contracts.ContractTypeView;
import org.kartoteka.contracts.Demand;
import org.kartoteka.contracts.NumberSeriesId;
import org.kartoteka.core.api.trade.Billing;
import org.kartoteka.persistence.Kept;
import org.kartoteka.platform.api.act.Act;

/** A type of contracts. */
@Entity
@Table(name = "contract_type", schema = "contracts")
public class ContractType extends Kept {

  @javax.persistence.Id
  @SequenceGenerator(
      name = "contract_type",
      schema = "contracts",
      sequenceName = "contract_type_seq",
      allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "contract_type")
  private Long id;

  private String code;

  private String name;

  private String demands;

  @Column(name = "series_id")
  private Long seriesId;

  @Column(name = "notice_months")
  private Integer noticeMonths;

  @Column(name = "renewal_months")
  private Integer renewalMonths;

  private int billing;

  @Enumerated(EnumType.STRING)
  private Billing.Due due;

  private boolean retired;

  protected ContractType() {}

  /** A new type with data in their normal form. */
  public ContractType(ContractTypeData data, Act act) {
    super(act);
    code = data.code();
    write(data);
  }

  /** Takes over data in their normal form; the code stays. */
  public void change(ContractTypeData data, Act act) {
    write(data);
    touched(act);
  }

  public ContractTypeId id() {
    return new ContractTypeId(id);
  }

  public String code() {
    return code;
  }

  /** What contracts must say before they are signed. */
  public Set<Demand> demands() {
    return Words.split(demands, Demand.class);
  }

  /** The series of their numbers; null when these are given by hand. */
  public NumberSeriesId series() {
    return seriesId == null ? null : new NumberSeriesId(seriesId);
  }

  public boolean isRetired() {
    return retired;
  }

  public ContractTypeData data() {
    return new ContractTypeData(
        code, name, demands(), series(), noticeMonths, renewalMonths, billing, due, retired);
  }

  /** How others see it. */
  public ContractTypeView view() {
    return new ContractTypeView(
        id(),
        revision(),
        code,
        name,
        demands(),
        series(),
        noticeMonths,
        renewalMonths,
        billing,
        due,
        retired);
  }

  private void write(ContractTypeData data) {
    name = data.name();
    demands = Words.joined(data.demands());
    seriesId = data.series() == null ? null : data.series().value();
    noticeMonths = data.noticeMonths();
    renewalMonths = data.renewalMonths();
    billing = data.billing();
    due = data.due();
    retired = data.retired();
  }
}
