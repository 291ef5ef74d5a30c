package org.kartoteka.core.internal.domain;

import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import javax.persistence.Version;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.party.RegisterId;
import org.kartoteka.core.api.register.RegisterData;
import org.kartoteka.core.api.register.RegisterView;

/** A definable list of parties (TEN-2). */
@Entity
@Table(name = "register", schema = "core")
public class Register {

  @Id
  @SequenceGenerator(
      name = "register",
      schema = "core",
      sequenceName = "register_seq",
      allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "register")
  private Long id;

  @Version private long revision;

  private String name;

  private String description;

  @Convert(converter = JsonText.class)
  private String filter;

  protected Register() {}

  /** A new register. */
  public Register(RegisterData data) {
    change(data);
  }

  /** Takes over new data, in their normal form. */
  public final void change(RegisterData data) {
    name = data.name();
    description = data.description();
    filter = data.filter() == null ? null : Json.write(data.filter().fields());
  }

  /** The register as others see it. */
  public RegisterView toView(Long size) {
    return new RegisterView(id(), revision, name, description, size, rule());
  }

  public RegisterId id() {
    return new RegisterId(id);
  }

  public long revision() {
    return revision;
  }

  /** The rule by which parties are in it; null for a register kept by hand. */
  public PartyQuery rule() {
    return filter == null ? null : PartyQuery.ofUnderstood(Json.map(filter));
  }

  public RegisterData data() {
    return new RegisterData(name, description, rule());
  }
}
