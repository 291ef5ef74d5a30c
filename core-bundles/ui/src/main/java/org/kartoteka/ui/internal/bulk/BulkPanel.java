package org.kartoteka.ui.internal.bulk;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.kartoteka.core.api.bulk.BulkActView;
import org.kartoteka.core.api.bulk.BulkOrder;
import org.kartoteka.core.api.bulk.BulkPreview;
import org.kartoteka.core.api.bulk.BulkVerb;
import org.kartoteka.core.api.bulk.OwnerShare;
import org.kartoteka.core.api.custom.CustomFieldView;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.core.api.party.PartyQuery;
import org.kartoteka.core.api.party.PartyRegister;
import org.kartoteka.core.api.party.PartyStatus;
import org.kartoteka.core.api.register.RegisterView;
import org.kartoteka.platform.api.security.UserId;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;
import org.kartoteka.ui.internal.custom.CustomInputs;
import org.kartoteka.ui.internal.record.WordsField;

/** Asks what to do with many parties, tells what would come of it, and starts it. */
public final class BulkPanel {

  private final BulkDesk desk;
  private final Workspace workspace;
  private final BulkOrder whom;
  private final Runnable afterwards;
  private final RecordForm form;
  private final Div preview = new Div();
  private UnaryOperator<BulkOrder> filling;

  private BulkPanel(BulkDesk desk, Workspace workspace, BulkOrder whom, Runnable afterwards) {
    this.desk = desk;
    this.workspace = workspace;
    this.whom = whom;
    this.afterwards = afterwards;
    form = new RecordForm("bulk-form");
  }

  /**
   * Opens the panel.
   *
   * @param parties those chosen; empty when the filter is meant
   * @param filter all it finds; null when parties are chosen
   * @param afterwards when something was changed
   */
  public static void open(
      BulkVerb verb,
      Set<PartyId> parties,
      PartyQuery filter,
      BulkDesk desk,
      Workspace workspace,
      Runnable afterwards) {
    BulkOrder whom = new BulkOrder(verb, parties, filter, null, null, null, null, null);
    new BulkPanel(desk, workspace, whom, afterwards).open();
  }

  private void open() {
    filling = fields();
    preview.setId("bulk-preview");
    preview.addClassName("kt-bulk-preview");
    form.place(preview);
    form.saveButton().setText(workspace.text("ui.bulk.preview"));
    SidePanel panel = new SidePanel(workspace.text("ui.bulk.verb." + whom.verb().name()), form);
    panel.setId("bulk-panel");
    BulkOrder[] seen = new BulkOrder[1];
    form.onSave(
        () -> {
          BulkOrder order = filling.apply(whom);
          if (!order.equals(seen[0])) {
            BulkPreview found = desk.acts().preview(order);
            seen[0] = order;
            show(found);
            form.saveButton()
                .setText(
                    workspace.text(
                        "ui.bulk.do",
                        found.changing(),
                        workspace.formats().number(found.changing())));
            return;
          }
          BulkActView act = desk.acts().start(order);
          form.unchanged();
          panel.close();
          BulkProgress.open(desk, workspace, act, afterwards);
        });
    panel.open();
  }

  private void show(BulkPreview found) {
    preview.removeAll();
    line("ui.bulk.matching", found.matching());
    line("ui.bulk.changing", found.changing());
    if (found.unchanged() > 0) {
      line("ui.bulk.unchanged", found.unchanged());
    }
    found
        .portions()
        .forEach(
            portion ->
                preview.add(
                    new Span(
                        desk.colleagues().name(portion.owner())
                            + ": "
                            + workspace.formats().number(portion.records()))));
    found.refusals().forEach(refusal -> line("ui.bulk." + refusal.code(), refusal.parties()));
    preview.getElement().setAttribute("role", "status");
  }

  private void line(String key, long number) {
    Span line = new Span(workspace.text(key, number, workspace.formats().number(number)));
    preview.add(line);
  }

  private UnaryOperator<BulkOrder> fields() {
    return switch (whom.verb()) {
      case TAG, UNTAG -> tags();
      case PUT, TAKE -> register();
      case OWNER -> owner();
      case STATUS -> status();
      case FIELD -> field();
    };
  }

  private UnaryOperator<BulkOrder> tags() {
    WordsField tags =
        form.field(
            "tags",
            "party.tags",
            new WordsField(
                desk.parties().tags().stream().map(PartyRegister.TagView::name).toList()));
    tags.setAllowCustomValue(whom.verb() == BulkVerb.TAG);
    return order -> with(order, List.copyOf(tags.getValue()), null, null, null, null);
  }

  private UnaryOperator<BulkOrder> register() {
    ComboBox<RegisterView> register = form.field("register", "register.title", new ComboBox<>());
    register.setItems(desk.registers().choices().stream().filter(one -> !one.byRule()).toList());
    register.setItemLabelGenerator(RegisterView::name);
    return order -> with(order, null, register.getValue(), null, null, null);
  }

  private UnaryOperator<BulkOrder> owner() {
    MultiSelectComboBox<UserId> owners =
        form.field("owner", "party.ownerId", new MultiSelectComboBox<>());
    Map<UserId, String> names = desk.colleagues().active();
    owners.setItems(names.keySet());
    owners.setItemLabelGenerator(names::get);
    owners.setHelperText(workspace.text("ui.bulk.owner.helper"));
    return order -> {
      List<UserId> chosen = List.copyOf(owners.getValue());
      return chosen.size() < 2
          ? with(order, null, null, chosen.stream().findFirst().orElse(null), null, null)
          : order.sharedOut(List.of(OwnerShare.rest(chosen)));
    };
  }

  private UnaryOperator<BulkOrder> status() {
    ComboBox<PartyStatus> status = form.field("status", "party.status", new ComboBox<>());
    status.setItems(PartyStatus.values());
    status.setItemLabelGenerator(one -> workspace.text("party.status." + one.name()));
    TextArea reason = form.field("reason", "party.statusReason", new TextArea());
    reason.setHelperText(workspace.text("ui.party.status.reason"));
    return order ->
        with(
            order,
            null,
            null,
            null,
            status.getValue(),
            reason.getValue().isBlank() ? null : reason.getValue().strip());
  }

  private UnaryOperator<BulkOrder> field() {
    List<CustomFieldView> fields = desk.custom().ofParties();
    ComboBox<CustomFieldView> field = form.field("field", "ui.bulk.field", new ComboBox<>());
    field.setItems(fields);
    field.setItemLabelGenerator(one -> one.label(workspace.formats().locale()));
    field.setHelperText(workspace.text("ui.bulk.field.helper"));
    CustomInputs inputs = CustomInputs.hidden(form, workspace, fields);
    field.addValueChangeListener(
        event -> inputs.showOnly(event.getValue() == null ? null : event.getValue().name()));
    return order -> {
      String name = field.getValue() == null ? null : field.getValue().name();
      return order.setting(name, inputs.read().get(name));
    };
  }

  private static BulkOrder with(
      BulkOrder order,
      List<String> tags,
      RegisterView register,
      UserId owner,
      PartyStatus status,
      String reason) {
    return new BulkOrder(
        order.verb(),
        order.parties(),
        order.filter(),
        tags,
        register == null ? null : register.id(),
        owner,
        status,
        reason);
  }

  /** The icon of a verb. */
  public static String icon(BulkVerb verb) {
    return switch (verb) {
      case TAG -> "vaadin:tag";
      case UNTAG -> "vaadin:eraser";
      case PUT -> "vaadin:archive";
      case TAKE -> "vaadin:sign-out-alt";
      case OWNER -> "vaadin:user-check";
      case STATUS -> "vaadin:flag-o";
      case FIELD -> "vaadin:input";
    };
  }

  /** The right that a verb needs. */
  public static String permission(BulkVerb verb) {
    return verb == BulkVerb.STATUS ? "core.party.status" : "core.party.change";
  }
}
