package org.kartoteka.ui.internal.handover;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kartoteka.core.api.bulk.BulkPreview;
import org.kartoteka.core.api.bulk.OwnerShare;
import org.kartoteka.core.api.handover.HandoverOrder;
import org.kartoteka.core.api.handover.HandoverPreview;
import org.kartoteka.core.api.handover.HandoverView;
import org.kartoteka.core.api.handover.OwnedCount;
import org.kartoteka.core.api.register.RegisterView;
import org.kartoteka.platform.api.data.PageRequest;
import org.kartoteka.platform.api.security.BranchView;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.platform.api.security.UserView;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;
import org.kartoteka.ui.internal.record.ActionButton;

/** Asks who takes over what somebody owns, tells what would come of it, and starts it. */
public final class HandoverPanel {

  /** The right to hand over. */
  public static final String PERMISSION = "core.handover.make";

  private static final int EARLIER = 5;

  private final HandoverDesk desk;
  private final Workspace workspace;
  private final UserView user;
  private final HandoverWords words;
  private final RecordForm form = new RecordForm("handover-form");
  private final CheckboxGroup<String> kinds = new CheckboxGroup<>();
  private final MultiSelectComboBox<UserId> rest;
  private final Div registers = new Div();
  private final List<RegisterShare> shares = new ArrayList<>();
  private final Div preview = new Div();

  private HandoverPanel(HandoverDesk desk, Workspace workspace, UserView user) {
    this.desk = desk;
    this.workspace = workspace;
    this.user = user;
    words = new HandoverWords(desk, workspace);
    rest = heirs();
  }

  private record RegisterShare(
      ComboBox<RegisterView> register, MultiSelectComboBox<UserId> owners) {}

  /** Opens the panel. */
  public static void open(HandoverDesk desk, Workspace workspace, UserView user) {
    new HandoverPanel(desk, workspace, user).open();
  }

  private void open() {
    kinds();
    rest.setHelperText(workspace.text("ui.handover.to.helper"));
    form.field("shares[0].owners", "ui.handover.to", rest);
    branch();
    form.place(registers);
    form.place(
        new ActionButton(
            "handover-register",
            workspace.text("ui.handover.register.add"),
            "vaadin:plus",
            this::addRegister));
    preview.setId("handover-preview");
    preview.addClassName("kt-bulk-preview");
    preview.getElement().setAttribute("role", "status");
    form.place(preview);
    earlier();
    form.saveButton().setText(workspace.text("ui.bulk.preview"));
    SidePanel panel = new SidePanel(workspace.text("ui.handover.of", user.fullName()), form);
    panel.setId("handover-panel");
    HandoverOrder[] seen = new HandoverOrder[1];
    form.onSave(
        () -> {
          HandoverOrder order = order();
          if (!order.equals(seen[0])) {
            show(desk.handovers().preview(order));
            seen[0] = order;
            return;
          }
          HandoverView started = desk.handovers().start(order);
          form.unchanged();
          panel.close();
          HandoverProgress.open(desk, workspace, started);
        });
    panel.open();
  }

  private void kinds() {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (OwnedCount count : desk.handovers().owned(user.id())) {
      counts.put(count.kind(), count.records());
    }
    kinds.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
    kinds.setItems(counts.keySet());
    kinds.setItemLabelGenerator(kind -> words.records(kind, counts.get(kind)));
    kinds.setValue(counts.keySet());
    form.field("kinds", "ui.handover.what", kinds);
  }

  private MultiSelectComboBox<UserId> heirs() {
    MultiSelectComboBox<UserId> field = new MultiSelectComboBox<>();
    Map<UserId, String> names = desk.heirs(user.id());
    field.setItems(names.keySet());
    field.setItemLabelGenerator(names::get);
    return field;
  }

  private void branch() {
    List<BranchView> all = desk.branches();
    if (all.isEmpty()) {
      return;
    }
    ComboBox<BranchView> branch = new ComboBox<>(workspace.text("ui.handover.branch"));
    branch.setId("handover-branch");
    branch.setItems(all);
    branch.setItemLabelGenerator(BranchView::name);
    branch.setWidthFull();
    branch.addValueChangeListener(
        event -> {
          if (event.getValue() != null) {
            Set<UserId> chosen = new LinkedHashSet<>(rest.getValue());
            chosen.addAll(desk.heirs(user.id(), event.getValue().id()));
            rest.setValue(chosen);
            branch.clear();
          }
        });
    form.place(branch);
  }

  private void addRegister() {
    ComboBox<RegisterView> register = new ComboBox<>(workspace.text("ui.handover.register"));
    register.setItems(desk.registers().choices());
    register.setItemLabelGenerator(RegisterView::name);
    register.setId("handover-register-" + shares.size());
    MultiSelectComboBox<UserId> owners = heirs();
    owners.setLabel(workspace.text("ui.handover.register.to"));
    owners.setId("handover-register-owners-" + shares.size());
    Div row = new Div(register, owners);
    row.addClassName("kt-form-row");
    registers.add(row);
    shares.add(new RegisterShare(register, owners));
    register.focus();
  }

  private HandoverOrder order() {
    List<OwnerShare> wanted = new ArrayList<>();
    boolean registersOnly =
        rest.isEmpty() && shares.stream().anyMatch(one -> !one.register().isEmpty());
    if (!registersOnly) {
      wanted.add(OwnerShare.rest(List.copyOf(rest.getValue())));
    }
    shares.stream()
        .filter(one -> !one.register().isEmpty())
        .forEach(
            one ->
                wanted.add(
                    new OwnerShare(
                        one.register().getValue().id(), List.copyOf(one.owners().getValue()))));
    boolean all = kinds.getValue().size() == kinds.getListDataView().getItemCount();
    return new HandoverOrder(user.id(), wanted, all ? Set.of() : kinds.getValue());
  }

  private void show(HandoverPreview found) {
    preview.removeAll();
    long total = 0;
    for (HandoverPreview.Part part : found.parts()) {
      total += part.records();
      if (part.records() > 0) {
        Span heading = new Span(words.records(part.kind(), part.records()));
        heading.addClassName("kt-strong");
        preview.add(heading);
        part.portions().stream()
            .filter(portion -> portion.records() > 0)
            .forEach(portion -> preview.add(portion(portion)));
      }
      if (part.staying() > 0) {
        preview.add(
            new Span(
                workspace.text("ui.handover.staying", words.records(part.kind(), part.staying()))));
      }
    }
    found
        .waiting()
        .forEach(
            kind -> preview.add(new Span(workspace.text("ui.handover.waiting", words.kind(kind)))));
    if (preview.getChildren().findAny().isEmpty()) {
      preview.add(new Span(workspace.text("ui.handover.nothing")));
    }
    form.saveButton()
        .setText(workspace.text("ui.handover.do", total, workspace.formats().number(total)));
  }

  private Span portion(BulkPreview.Portion portion) {
    return new Span(
        desk.colleagues().name(portion.owner())
            + ": "
            + workspace.formats().number(portion.records()));
  }

  private void earlier() {
    List<HandoverView> before =
        desk.handovers().page(user.id(), PageRequest.first(EARLIER)).items();
    if (before.isEmpty()) {
      return;
    }
    form.group("ui.handover.earlier");
    for (HandoverView handover : before) {
      Div line =
          new Div(
              new Span(words.line(handover)),
              new ActionButton(
                  "handover-show-" + handover.id().value(),
                  workspace.text("ui.handover.show"),
                  "vaadin:eye",
                  () -> HandoverProgress.open(desk, workspace, handover)));
      line.addClassName("kt-access-line");
      form.place(line);
    }
  }
}
