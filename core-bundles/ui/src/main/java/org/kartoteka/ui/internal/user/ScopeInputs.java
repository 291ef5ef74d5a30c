package org.kartoteka.ui.internal.user;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kartoteka.platform.api.security.Extent;
import org.kartoteka.platform.api.security.RecordAction;
import org.kartoteka.platform.api.security.ScopeGrant;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.RecordForm;

/** How far a role lets each action reach, with a sentence that says what it means. */
final class ScopeInputs {

  private static final String NONE = "NONE";
  private static final List<String> CHOICES =
      List.of(NONE, Extent.OWN.name(), Extent.BRANCH.name(), Extent.ALL.name());

  private final Workspace workspace;
  private final Map<Long, String> registers;
  private final Map<RecordAction, Select<String>> extents = new EnumMap<>(RecordAction.class);
  private final Map<RecordAction, MultiSelectComboBox<Long>> chosen =
      new EnumMap<>(RecordAction.class);
  private final Map<RecordAction, Div> meanings = new EnumMap<>(RecordAction.class);

  ScopeInputs(
      RecordForm form,
      UserDesk desk,
      Workspace workspace,
      List<ScopeGrant> grants,
      boolean readOnly) {
    this.workspace = workspace;
    registers = new LinkedHashMap<>();
    if (workspace.may("core.party.read")) {
      desk.registers()
          .choices()
          .forEach(register -> registers.put(register.id().value(), register.name()));
    }
    grants.forEach(grant -> grant.registers().forEach(id -> registers.putIfAbsent(id, "#" + id)));
    for (RecordAction action : RecordAction.values()) {
      add(form, action, grants, readOnly);
    }
  }

  private void add(
      RecordForm form, RecordAction action, List<ScopeGrant> grants, boolean readOnly) {
    List<ScopeGrant> own = grants.stream().filter(grant -> grant.action() == action).toList();
    Select<String> extent =
        form.known("scopes." + action, "ui.users.scope." + action, new Select<>());
    extent.setItems(CHOICES);
    extent.setItemLabelGenerator(one -> workspace.text("ui.users.scope.extent." + one));
    extent.setValue(widest(own));
    extent.setReadOnly(readOnly);
    MultiSelectComboBox<Long> inRegisters =
        form.known("registers." + action, "ui.users.scope.registers", new MultiSelectComboBox<>());
    inRegisters.setItems(registers.keySet());
    inRegisters.setItemLabelGenerator(registers::get);
    inRegisters.setValue(
        own.stream()
            .flatMap(grant -> grant.registers().stream())
            .collect(Collectors.toCollection(LinkedHashSet::new)));
    inRegisters.setReadOnly(readOnly);
    Div meaning = new Div();
    meaning.addClassName("kt-muted");
    meaning.setId("role-permissions-meaning-" + action);
    extents.put(action, extent);
    chosen.put(action, inRegisters);
    meanings.put(action, meaning);
    extent.addValueChangeListener(event -> explain(action));
    inRegisters.addValueChangeListener(event -> explain(action));
    explain(action);
    form.row(extent, inRegisters);
    form.place(meaning);
  }

  private void explain(RecordAction action) {
    String extent = extents.get(action).getValue();
    boolean all = Extent.ALL.name().equals(extent);
    chosen.get(action).setVisible(!all);
    String says = workspace.text("ui.users.scope.says." + extent);
    boolean more = !all && !chosen.get(action).getValue().isEmpty();
    meanings
        .get(action)
        .setText(more ? says + " " + workspace.text("ui.users.scope.says.registers") : says);
  }

  private static String widest(List<ScopeGrant> grants) {
    return grants.stream()
        .map(ScopeGrant::extent)
        .filter(extent -> extent != Extent.REGISTERS)
        .max(Enum::compareTo)
        .map(Extent::name)
        .orElse(NONE);
  }

  /** What is chosen. */
  List<ScopeGrant> grants() {
    List<ScopeGrant> grants = new ArrayList<>();
    extents.forEach(
        (action, extent) -> {
          boolean all = Extent.ALL.name().equals(extent.getValue());
          if (!NONE.equals(extent.getValue())) {
            grants.add(ScopeGrant.of(action, Extent.valueOf(extent.getValue())));
          }
          Set<Long> ids = chosen.get(action).getValue();
          if (!all && !ids.isEmpty()) {
            grants.add(new ScopeGrant(action, Extent.REGISTERS, List.copyOf(ids)));
          }
        });
    return grants;
  }
}
