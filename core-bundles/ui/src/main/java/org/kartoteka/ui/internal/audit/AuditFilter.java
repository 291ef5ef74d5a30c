package org.kartoteka.ui.internal.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.kartoteka.platform.api.audit.AuditAct;
import org.kartoteka.platform.api.audit.AuditQuery;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.DateField;

/** The criteria of the audit log; they live in the page's address. */
final class AuditFilter extends Div {

  private final transient Visit visit;
  private final transient Workspace workspace;
  private final TextField text = new TextField();
  private final TextField actor = new TextField();
  private final ComboBox<AuditAct> act = new ComboBox<>();
  private final ComboBox<String> recordType = new ComboBox<>();
  private final DateField from = new DateField();
  private final DateField until = new DateField();

  AuditFilter(Visit visit, AuditWords words, Runnable changed) {
    this.visit = visit;
    workspace = visit.workspace();
    addClassName("kt-filter-bar");
    getElement().setAttribute("role", "search");
    text.setPrefixComponent(VaadinIcon.SEARCH.create());
    text.getElement().setAttribute("data-shortcut", "/");
    prepare(text);
    prepare(actor);
    act.setItems(AuditAct.values());
    act.setItemLabelGenerator(words::act);
    act.setClearButtonVisible(true);
    recordType.setItems(AuditWords.RECORD_TYPES);
    recordType.setItemLabelGenerator(words::recordType);
    recordType.setClearButtonVisible(true);
    recordType.setAllowCustomValue(true);
    recordType.addCustomValueSetListener(event -> recordType.setValue(event.getDetail()));
    name(text, "query", "ui.audit.text");
    name(actor, "actor", "ui.audit.actor");
    name(act, "act", "ui.audit.act");
    name(recordType, "recordType", "ui.audit.record-type");
    name(from, "from", "ui.audit.from");
    name(until, "until", "ui.audit.until");
    read();
    for (HasValue<?, ?> field : fields().values()) {
      field.addValueChangeListener(event -> remember(changed));
    }
  }

  private static void prepare(TextField field) {
    field.setClearButtonVisible(true);
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.setValueChangeTimeout(250);
  }

  private <C extends Component & HasSize> void name(C field, String name, String key) {
    String title = workspace.text(key);
    field.setWidth("9rem");
    field.setId("audit-filter-" + name);
    field.getElement().setProperty("placeholder", title);
    field.getElement().setProperty("accessibleName", title);
    field.getElement().setAttribute("title", title);
    add(field);
  }

  private Map<String, HasValue<?, ?>> fields() {
    return Map.of(
        "query",
        text,
        "actor",
        actor,
        "act",
        act,
        "recordType",
        recordType,
        "from",
        from,
        "until",
        until);
  }

  private void read() {
    text.setValue(visit.parameter("query").orElse(""));
    actor.setValue(visit.parameter("actor").orElse(""));
    act.setValue(
        visit
            .parameter("act")
            .flatMap(
                name ->
                    java.util.Arrays.stream(AuditAct.values())
                        .filter(one -> one.name().equals(name))
                        .findFirst())
            .orElse(null));
    recordType.setValue(visit.parameter("recordType").orElse(null));
    from.setValue(visit.parameter("from").map(AuditFilter::date).orElse(null));
    until.setValue(visit.parameter("until").map(AuditFilter::date).orElse(null));
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private void remember(Runnable changed) {
    var state = visit.state();
    for (Map.Entry<String, HasValue<?, ?>> field : fields().entrySet()) {
      Object value = field.getValue().getValue();
      state = state.with(field.getKey(), value == null ? null : value.toString());
    }
    visit.remember(state);
    changed.run();
  }

  AuditQuery query() {
    return new AuditQuery(
        actor.getValue(),
        act.getValue(),
        recordType.getValue(),
        visit.parameter("recordId").orElse(null),
        text.getValue(),
        from.getValue() == null
            ? null
            : from.getValue().atStartOfDay(workspace.formats().zone()).toInstant(),
        until.getValue() == null
            ? null
            : until.getValue().plusDays(1).atStartOfDay(workspace.formats().zone()).toInstant());
  }
}
