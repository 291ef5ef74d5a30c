package org.kartoteka.core.internal.register;

import java.util.ArrayList;
import java.util.List;
import org.kartoteka.core.api.register.RegisterData;
import org.kartoteka.core.internal.data.Phrases;
import org.kartoteka.core.internal.domain.Register;
import org.kartoteka.platform.api.history.ChangeHistory;
import org.kartoteka.platform.api.history.ChangeView.Kind;
import org.kartoteka.platform.api.history.FieldChange;
import org.kartoteka.platform.api.history.FieldChanges;
import org.kartoteka.platform.api.record.RecordRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes down what is done to registers. */
@Component(service = RegisterHistory.class)
public class RegisterHistory {

  private static final int MOST_NAMES = 100;

  private final ChangeHistory history;

  @Activate
  public RegisterHistory(@Reference ChangeHistory history) {
    this.history = history;
  }

  void defined(Register register) {
    history.record(Kind.CREATED, reference(register), between(null, register.data()));
  }

  void changed(Register register, RegisterData before) {
    history.record(Kind.CHANGED, reference(register), between(before, register.data()));
  }

  void removed(Register register) {
    history.record(Kind.DELETED, reference(register), between(register.data(), null));
  }

  /** Parties went out or came in. */
  void parties(Register register, List<String> out, List<String> in) {
    if (!out.isEmpty() || !in.isEmpty()) {
      history.record(
          Kind.CHANGED,
          reference(register),
          List.of(new FieldChange("parties", names(out), names(in))));
    }
  }

  private static List<FieldChange> between(RegisterData before, RegisterData after) {
    return new FieldChanges<>(before, after)
        .field("name", RegisterData::name)
        .field("description", RegisterData::description)
        .field("filter", RegisterHistory::rule)
        .list();
  }

  private static String rule(RegisterData data) {
    return data.filter() == null
        ? null
        : Phrases.joined(
            List.copyOf(data.filter().fields().entrySet()),
            one -> one.getKey() + ": " + one.getValue());
  }

  private static RecordRef reference(Register register) {
    return RecordRef.of("register", register.id(), register.data().name());
  }

  private static String names(List<String> names) {
    if (names.isEmpty()) {
      return null;
    }
    List<String> shown = new ArrayList<>(names.subList(0, Math.min(names.size(), MOST_NAMES)));
    if (names.size() > MOST_NAMES) {
      shown.add("… +" + (names.size() - MOST_NAMES));
    }
    return String.join("; ", shown);
  }
}
