package org.kartoteka.competitors.internal.domain;

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
import org.kartoteka.competitors.ReactionState;
import org.kartoteka.competitors.SourceReliability;
import org.kartoteka.competitors.StrategyChangeData;
import org.kartoteka.competitors.StrategyChangeId;
import org.kartoteka.competitors.StrategyKind;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.persistence.Kept;
import org.kartoteka.platform.api.act.Act;
import org.kartoteka.platform.api.data.SearchText;
import org.kartoteka.platform.api.security.UserId;

/** A dated change in a competitor's strategy, and our reaction. */
@Entity
@Table(name = "strategy_change", schema = "competitors")
public class StrategyChange extends Kept {

  @Id
  @SequenceGenerator(
      name = "strategy_change",
      schema = "competitors",
      sequenceName = "strategy_change_seq",
      allocationSize = 50)
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "strategy_change")
  private Long id;

  @Column(name = "competitor_id")
  private long competitorId;

  @Enumerated(EnumType.STRING)
  private StrategyKind kind;

  @Column(name = "happened_on")
  private LocalDate happenedOn;

  private String title;

  private String description;

  private String source;

  @Enumerated(EnumType.STRING)
  private SourceReliability reliability;

  private Integer credibility;

  private String reaction;

  @Column(name = "reaction_state")
  @Enumerated(EnumType.STRING)
  private ReactionState reactionState;

  @Column(name = "owner_id")
  private Long ownerId;

  @Column(name = "search_text")
  private String searchText;

  protected StrategyChange() {}

  /** A new record with data in their normal form. */
  public StrategyChange(PartyId competitor, StrategyChangeData data, Act act) {
    super(act);
    competitorId = competitor.value();
    write(data);
  }

  /** Takes over what is known now, in its normal form. */
  public void change(StrategyChangeData data, Act act) {
    write(data);
    touched(act);
  }

  public StrategyChangeId id() {
    return new StrategyChangeId(id);
  }

  public PartyId competitor() {
    return new PartyId(competitorId);
  }

  public String title() {
    return title;
  }

  /** What is known of it. */
  public StrategyChangeData data() {
    return new StrategyChangeData(
        kind,
        happenedOn,
        title,
        description,
        source,
        reliability,
        credibility,
        reaction,
        reactionState,
        ownerId == null ? null : new UserId(ownerId));
  }

  private void write(StrategyChangeData data) {
    kind = data.kind();
    happenedOn = data.date();
    title = data.title();
    description = data.description();
    source = data.source();
    reliability = data.reliability();
    credibility = data.credibility();
    reaction = data.reaction();
    reactionState = data.reactionState();
    ownerId = data.ownerId() == null ? null : data.ownerId().value();
    searchText = SearchText.of(title, description, source, reaction);
  }
}
