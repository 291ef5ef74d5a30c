package org.kartoteka.contracts.internal.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kartoteka.contracts.CodeEntry;
import org.kartoteka.contracts.CodeList;
import org.kartoteka.contracts.ContractState;
import org.kartoteka.contracts.ContractTypeId;
import org.kartoteka.contracts.LineData;
import org.kartoteka.contracts.MovementKind;
import org.kartoteka.contracts.Verdict;
import org.kartoteka.platform.api.money.Money;
import org.kartoteka.platform.api.security.BranchId;
import org.kartoteka.platform.api.security.BranchView;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.MergeDialog;
import org.kartoteka.ui.api.component.StatusPill;
import org.kartoteka.ui.api.component.UserPicker;

/** How values of this room are said to a person. */
final class Words implements MergeDialog.Wording {

  private final ContractDesk desk;
  private final Workspace workspace;

  Words(ContractDesk desk, Workspace workspace) {
    this.desk = desk;
    this.workspace = workspace;
  }

  @Override
  public String title(String field) {
    return workspace.text("contracts.field." + field);
  }

  @Override
  public String value(String field, Object value) {
    if (value instanceof UserId user) {
      return user(user);
    }
    if (value instanceof BranchId branch) {
      return branch(branch);
    }
    if (value instanceof LocalDate day) {
      return workspace.formats().date(day);
    }
    if (value instanceof ContractTypeId type) {
      return desk.types().get(type).name();
    }
    if (value instanceof List<?> lines) {
      return lines.stream().map(Object::toString).collect(Collectors.joining("; "));
    }
    return value == null ? "" : value.toString();
  }

  /** What the history wrote down of a field, as people read it. */
  String written(String field, String text) {
    if (text == null) {
      return "";
    }
    return switch (field) {
      case "salespersonId", "responsibleId" -> user(new UserId(Long.parseLong(text)));
      case "branchId" -> branch(new BranchId(Long.parseLong(text)));
      case "signedOn", "startsOn", "endsOn", "terminatedOn" ->
          workspace.formats().date(LocalDate.parse(text));
      case "packageType" -> code(CodeList.PACKAGE, text);
      case "terminationReason" -> code(CodeList.TERMINATION_REASON, text);
      default -> text;
    };
  }

  String of(ContractState state) {
    return workspace.text("contracts.state." + state.name());
  }

  String of(MovementKind kind) {
    return workspace.text("contracts.movement." + kind.name());
  }

  String of(Verdict verdict) {
    return workspace.text("contracts.verdict." + verdict.name());
  }

  static StatusPill.Tone tone(ContractState state) {
    return switch (state) {
      case DRAFT, EXPIRED, TERMINATED -> StatusPill.Tone.NEUTRAL;
      case UPCOMING -> StatusPill.Tone.INFO;
      case ACTIVE -> StatusPill.Tone.GOOD;
      case UNDER_NOTICE -> StatusPill.Tone.WARN;
    };
  }

  /** The name of a colleague; empty for null or an unknown one. */
  String user(UserId id) {
    return UserPicker.name(desk.users(), id);
  }

  /** The name of a branch; empty for null or an unknown one. */
  String branch(BranchId id) {
    return desk.branches().all().stream()
        .filter(branch -> branch.id().equals(id))
        .map(BranchView::name)
        .findFirst()
        .orElse("");
  }

  /** What a code is called; the code itself when it is unknown. */
  String code(CodeList list, String code) {
    return desk.codes().entries(list).stream()
        .filter(entry -> entry.code().equals(code))
        .map(CodeEntry::name)
        .findFirst()
        .orElse(Fields.orEmpty(code));
  }

  /** An amount with its currency; empty for null. */
  String money(BigDecimal amount, String currency) {
    return amount == null
        ? ""
        : workspace.formats().money(new Money(amount, Currency.getInstance(currency)));
  }

  /** A line in short. */
  String line(LineData line, String currency) {
    return joined(
        workspace.formats().number(line.quantity()) + " × " + line.name(),
        money(line.unitPrice(), currency),
        billing(line));
  }

  /** How often a line is invoiced, and when. */
  String billing(LineData line) {
    if (line.everyMonths() == 0) {
      return workspace.text("contracts.billing.once");
    }
    return workspace.text("contracts.billing." + line.due().name(), line.everyMonths());
  }

  /** From when until when. */
  String period(LocalDate from, LocalDate until) {
    String first = workspace.formats().date(from);
    return until == null
        ? workspace.text("contracts.period.since", first)
        : first + " – " + workspace.formats().date(until);
  }

  /** A number of months; empty for null. */
  String months(Integer months) {
    return months == null ? "" : workspace.text("contracts.months", months);
  }

  /** A field that chooses an entry of a code list that is not retired. */
  ComboBox<String> codes(CodeList list, String present) {
    Map<String, String> names = new LinkedHashMap<>();
    for (CodeEntry entry : desk.codes().entries(list)) {
      if (!entry.retired() || entry.code().equals(present)) {
        names.put(entry.code(), entry.name());
      }
    }
    ComboBox<String> picker = new ComboBox<>();
    picker.setItems(names.keySet());
    picker.setItemLabelGenerator(code -> names.getOrDefault(code, code));
    picker.setClearButtonVisible(true);
    return picker;
  }

  /** A field that chooses a branch. */
  ComboBox<BranchId> branches() {
    Map<BranchId, String> names = new LinkedHashMap<>();
    desk.branches().all().forEach(branch -> names.put(branch.id(), branch.name()));
    ComboBox<BranchId> picker = new ComboBox<>();
    picker.setItems(names.keySet());
    picker.setItemLabelGenerator(id -> names.getOrDefault(id, ""));
    picker.setClearButtonVisible(true);
    return picker;
  }

  /** The parts that are there, in one text. */
  static String joined(String... parts) {
    return Stream.of(parts)
        .filter(part -> part != null && !part.isBlank())
        .collect(Collectors.joining(" · "));
  }
}
