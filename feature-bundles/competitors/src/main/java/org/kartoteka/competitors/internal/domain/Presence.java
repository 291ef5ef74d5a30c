package org.kartoteka.competitors.internal.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import org.kartoteka.competitors.Certainty;
import org.kartoteka.competitors.PresenceData;
import org.kartoteka.competitors.PresenceId;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.persistence.Kept;
import org.kartoteka.platform.api.act.Act;

/** That a competitor supplies a customer of ours. */
@Entity
@Table(name = "presence", schema = "competitors")
public class Presence extends Kept {

  @Id
  @SequenceGenerator(
      name = "presence",
      schema = "competitors",
      sequenceName = "presence_seq",
      allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "presence")
  private Long id;

  @Column(name = "competitor_id")
  private long competitorId;

  @Column(name = "customer_id")
  private long customerId;

  @Column(name = "share_percent")
  private BigDecimal sharePercent;

  private String supplies;

  private LocalDate since;

  private LocalDate until;

  @Enumerated(EnumType.STRING)
  private Certainty certainty;

  private String note;

  protected Presence() {}

  /** A new presence with data in their normal form. */
  public Presence(PresenceData data, Act act) {
    super(act);
    competitorId = data.competitorId().value();
    customerId = data.customerId().value();
    write(data);
  }

  /** Takes over data in their normal form; competitor and customer stay. */
  public void change(PresenceData data, Act act) {
    write(data);
    touched(act);
  }

  public PresenceId id() {
    return new PresenceId(id);
  }

  public PartyId competitor() {
    return new PartyId(competitorId);
  }

  public PartyId customer() {
    return new PartyId(customerId);
  }

  /** What is known of it. */
  public PresenceData data() {
    return new PresenceData(
        competitor(), customer(), sharePercent, supplies, since, until, certainty, note);
  }

  private void write(PresenceData data) {
    sharePercent = data.sharePercent();
    supplies = data.supplies();
    since = data.since();
    until = data.until();
    certainty = data.certainty();
    note = data.note();
  }
}
