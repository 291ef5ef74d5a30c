package org.kartoteka.competitors.internal.domain;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.Table;
import org.kartoteka.competitors.CompetitorData;
import org.kartoteka.competitors.Threat;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.persistence.Kept;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.data.SearchText;
import org.kartoteka.platform.api.security.UserId;

/** A party in the role of a competitor, and what we think of it. */
@Entity
@Table(name = "competitor", schema = "competitors")
public class Competitor extends Kept {

  @Id
  @Column(name = "party_id")
  private Long partyId;

  private String name;

  @Enumerated(EnumType.STRING)
  private Threat threat;

  private String strengths;

  private String weaknesses;

  @Column(name = "owner_id")
  private Long ownerId;

  @Column(name = "search_text")
  private String searchText;

  protected Competitor() {}

  /** A party that is observed from now on. */
  public Competitor(PartyId party, String name, CompetitorData data, Act act) {
    super(act);
    this.partyId = party.value();
    rename(name);
    write(data);
  }

  /** Takes over what we think of it now, in its normal form. */
  public void change(CompetitorData data, Act act) {
    write(data);
    touched(act);
  }

  /** The party has another name. */
  public final void rename(String newName) {
    name = newName;
    searchText = SearchText.of(newName);
  }

  public PartyId id() {
    return new PartyId(partyId);
  }

  public String name() {
    return name;
  }

  /** What we think of it. */
  public CompetitorData data() {
    return new CompetitorData(
        threat, strengths, weaknesses, ownerId == null ? null : new UserId(ownerId));
  }

  private void write(CompetitorData data) {
    threat = data.threat();
    strengths = data.strengths();
    weaknesses = data.weaknesses();
    ownerId = data.ownerId() == null ? null : data.ownerId().value();
  }
}
