package org.kartoteka.competitors.internal.ui;

import com.vaadin.flow.component.select.Select;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kartoteka.competitors.AlertKind;
import org.kartoteka.competitors.AlertView;
import org.kartoteka.competitors.Certainty;
import org.kartoteka.competitors.Competitors;
import org.kartoteka.competitors.ReactionState;
import org.kartoteka.competitors.SourceReliability;
import org.kartoteka.competitors.StrategyChangeView;
import org.kartoteka.competitors.StrategyKind;
import org.kartoteka.competitors.Threat;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.platform.api.money.Money;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.MergeDialog;
import org.kartoteka.ui.api.component.StatusPill;
import org.kartoteka.ui.api.component.UserPicker;

/** How values of this room are said to a person. */
final class Words implements MergeDialog.Wording {

  /** The parties that have the role of a competitor. */
  static final PartyQuery WITH_ROLE = PartyQuery.where().role(Competitors.ROLE).query();

  private final CompetitorDesk desk;
  private final Workspace workspace;
  private final String record;

  /**
   * Words.
   *
   * @param record the first part of the keys of the fields, such as {@code competitors.change}
   */
  Words(CompetitorDesk desk, Workspace workspace, String record) {
    this.desk = desk;
    this.workspace = workspace;
    this.record = record;
  }

  @Override
  public String title(String field) {
    return workspace.text(record + "." + field);
  }

  @Override
  public String value(String field, Object value) {
    if (value instanceof Enum<?> word) {
      return of(word);
    }
    if (value instanceof UserId user) {
      return user(user);
    }
    if (value instanceof LocalDate day) {
      return workspace.formats().date(day);
    }
    if (value instanceof Money money) {
      return workspace.formats().money(money);
    }
    if (value instanceof BigDecimal number) {
      return workspace.formats().number(number);
    }
    return value == null ? "" : value.toString();
  }

  /** The word of an enumeration; empty for null. */
  String of(Enum<?> word) {
    return word == null ? "" : workspace.text(key(word) + word.name());
  }

  private static String key(Enum<?> word) {
    if (word instanceof Threat) {
      return "competitors.threat.";
    }
    if (word instanceof StrategyKind) {
      return "competitors.kind.";
    }
    if (word instanceof ReactionState) {
      return "competitors.reaction-state.";
    }
    if (word instanceof SourceReliability) {
      return "competitors.reliability.";
    }
    if (word instanceof Certainty) {
      return "competitors.certainty.";
    }
    if (word instanceof AlertKind) {
      return "competitors.alert-kind.";
    }
    throw new IllegalArgumentException(word.getClass().getName());
  }

  /** The rating of an information in the Admiralty system, such as {@code B2}. */
  static String rating(StrategyChangeView change) {
    return (change.reliability() == null ? "" : change.reliability().name())
        + (change.credibility() == null ? "" : change.credibility());
  }

  /** The name of a colleague; empty for null or an unknown one. */
  String user(UserId id) {
    return UserPicker.name(desk.users(), id);
  }

  /** What an alert says. */
  String alert(AlertView alert) {
    return workspace.text(
        "competitors.alert.text." + alert.kind().name(),
        alert.competitorName(),
        Objects.requireNonNullElse(alert.customerName(), ""),
        alert.record().label(),
        alert.customerName() == null ? "no" : "yes",
        alert.record().label().isEmpty() ? "no" : "yes");
  }

  /** A share with its sign; empty for null. */
  String percent(BigDecimal share) {
    return share == null ? "" : workspace.formats().number(share) + "\u00a0%";
  }

  /** A price with its unit. */
  String price(Money price, String unit) {
    if (price == null) {
      return "";
    }
    String money = workspace.formats().money(price);
    return unit == null || unit.isBlank() ? money : money + " / " + unit;
  }

  /** A period in one text; empty when neither end is known. */
  String period(LocalDate since, LocalDate until) {
    if (since == null && until == null) {
      return "";
    }
    if (until == null) {
      return workspace.text("competitors.period.since", workspace.formats().date(since));
    }
    return since == null
        ? workspace.text("competitors.period.until", workspace.formats().date(until))
        : workspace.formats().date(since) + " – " + workspace.formats().date(until);
  }

  /** The parts that are there, in one text. */
  static String joined(String separator, String... parts) {
    return Stream.of(parts)
        .filter(part -> part != null && !part.isBlank())
        .collect(Collectors.joining(separator));
  }

  static StatusPill.Tone tone(Threat threat) {
    return switch (threat) {
      case LOW -> StatusPill.Tone.NEUTRAL;
      case MEDIUM -> StatusPill.Tone.WARN;
      case HIGH -> StatusPill.Tone.BAD;
    };
  }

  static StatusPill.Tone tone(ReactionState state) {
    return switch (state) {
      case UNDECIDED -> StatusPill.Tone.WARN;
      case PLANNED -> StatusPill.Tone.INFO;
      case TAKEN -> StatusPill.Tone.GOOD;
      case NOT_NEEDED -> StatusPill.Tone.NEUTRAL;
    };
  }

  /** A field that chooses a word, or none. */
  <E extends Enum<E>> Select<E> select(Class<E> type) {
    Select<E> select = new Select<>();
    select.setItems(type.getEnumConstants());
    select.setItemLabelGenerator(this::of);
    select.setEmptySelectionAllowed(true);
    return select;
  }

  static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
