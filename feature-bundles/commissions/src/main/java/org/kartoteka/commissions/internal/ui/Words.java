package org.kartoteka.commissions.internal.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.select.Select;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kartoteka.commissions.AccrualState;
import org.kartoteka.commissions.Assignee;
import org.kartoteka.commissions.AssignmentView;
import org.kartoteka.commissions.Base;
import org.kartoteka.commissions.PeriodKind;
import org.kartoteka.commissions.RateKind;
import org.kartoteka.commissions.StatementView;
import org.kartoteka.commissions.Trigger;
import org.kartoteka.platform.api.money.Money;
import org.kartoteka.platform.api.security.StandardRole;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.StatusPill;
import org.kartoteka.ui.api.component.UserPicker;

/** How this room says its codes, people and amounts. */
final class Words {

  private static final Map<Class<?>, String> PREFIXES =
      Map.of(
          AccrualState.class, "state",
          Trigger.class, "trigger",
          Base.class, "base",
          RateKind.class, "rate",
          PeriodKind.class, "period",
          Assignee.class, "assignee");

  private final Desk desk;
  private final Workspace workspace;

  Words(Desk desk, Workspace workspace) {
    this.desk = desk;
    this.workspace = workspace;
  }

  String of(Enum<?> word) {
    return word == null
        ? ""
        : workspace.text(
            "commissions." + PREFIXES.get(word.getDeclaringClass()) + "." + word.name());
  }

  String person(UserId id) {
    return id == null ? "" : UserPicker.name(desk.users(), id);
  }

  /** The standard roles have titles in every language, others are called as they are. */
  String role(String name) {
    return Arrays.stream(StandardRole.values()).anyMatch(one -> one.name().equals(name))
        ? workspace.text("role." + name)
        : name;
  }

  /** To whom a plan is assigned. */
  String subject(AssignmentView one) {
    return switch (one.assignee()) {
      case PERSON -> person(new UserId(Long.parseLong(one.subject())));
      case GROUP -> of(one.assignee()) + ": " + one.subject();
      case ROLE -> of(one.assignee()) + ": " + role(one.subject());
      case EVERYBODY -> of(one.assignee());
    };
  }

  String money(Money money) {
    return workspace.formats().money(money);
  }

  String state(StatementView statement) {
    String key = statement.cancelled() ? "cancelled" : statement.paidOn() == null ? "open" : "paid";
    return workspace.text("commissions.statement." + key);
  }

  static StatusPill.Tone tone(StatementView statement) {
    if (statement.cancelled()) {
      return StatusPill.Tone.NEUTRAL;
    }
    return statement.paidOn() == null ? StatusPill.Tone.WARN : StatusPill.Tone.GOOD;
  }

  static StatusPill.Tone tone(AccrualState state) {
    return switch (state) {
      case CALCULATED -> StatusPill.Tone.WARN;
      case REFUSED -> StatusPill.Tone.BAD;
      case GRANTED, SETTLED -> StatusPill.Tone.NEUTRAL;
      case PAID -> StatusPill.Tone.GOOD;
    };
  }

  /** A choice among the words of an enumeration. */
  <E extends Enum<E>> Select<E> select(Class<E> type) {
    Select<E> select = new Select<>();
    select.setItems(type.getEnumConstants());
    select.setItemLabelGenerator(this::of);
    return select;
  }

  /** Sentences one after the other. */
  static Div listed(List<String> sentences) {
    OrderedList list = new OrderedList();
    sentences.forEach(sentence -> list.add(new ListItem(sentence)));
    Div block = new Div(list);
    block.addClassName("kt-note-text");
    return block;
  }

  /** Amounts added up, one for each currency. */
  String sums(List<Money> amounts) {
    Map<String, Money> sums = new TreeMap<>();
    amounts.forEach(amount -> sums.merge(amount.currency().getCurrencyCode(), amount, Money::plus));
    return sums.values().stream().map(this::money).collect(Collectors.joining(" · "));
  }
}
