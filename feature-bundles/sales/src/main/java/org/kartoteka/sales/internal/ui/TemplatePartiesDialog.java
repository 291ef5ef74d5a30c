package org.kartoteka.sales.internal.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Set;
import org.kartoteka.core.api.party.PartyId;
import org.kartoteka.platform.api.problem.Problem;
import org.kartoteka.sales.TemplateParties;
import org.kartoteka.sales.TemplatePartyView;
import org.kartoteka.sales.TemplateView;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.DateField;
import org.kartoteka.ui.api.component.EmptyState;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.Links;
import org.kartoteka.ui.api.component.PartyPicker;

/** Who gets the invoices of a template: looked up, added, taken out from a day on. */
final class TemplatePartiesDialog extends Dialog {

  private static final String FIELDS = "sales.template.";

  private final transient SalesDesk desk;
  private final transient Workspace workspace;
  private final transient TemplateView template;
  private final PartyPicker party;
  private final DateField day = new DateField();
  private final KeysetGrid<TemplatePartyView> list;
  private final Button join;
  private final Button leave;
  private transient Set<TemplatePartyView> chosen = Set.of();

  private TemplatePartiesDialog(SalesDesk desk, Workspace workspace, TemplateView template) {
    this.desk = desk;
    this.workspace = workspace;
    this.template = template;
    setId("template-parties");
    setHeaderTitle(workspace.text(FIELDS + "parties", template.name()));
    setWidth("46rem");
    setMaxWidth("100%");
    setHeight("38rem");
    setMaxHeight("100%");
    party = new PartyPicker(workspace.text("sales.document.party"), desk.parties());
    party.setId("template-parties-party");
    party.setClearButtonVisible(true);
    party.setWidth("16rem");
    party.setMaxWidth("100%");
    day.setId("template-parties-day");
    day.setLabel(workspace.text("sales.from"));
    day.setValue(workspace.formats().today());
    join =
        Links.primary("template-join", workspace.text(FIELDS + "join"), "vaadin:plus", this::join);
    leave =
        Links.button(
            "template-leave", workspace.text(FIELDS + "leave"), "vaadin:minus", this::leave);
    list =
        new KeysetGrid<>(
            "template-parties-list",
            request -> desk.templates().parties(template.id(), party.partyId(), request),
            TemplatePartyView::partyId);
    list.column("party", "sales.document.party", this::name);
    list.onSelect(this::chosen)
        .onOpen(row -> workspace.navigate("parties/" + row.partyId().value()))
        .whenEmpty(
            new EmptyState(
                "vaadin:users",
                workspace.text(FIELDS + "none"),
                workspace.text(FIELDS + "none.why")));
    party.addValueChangeListener(event -> reread());
    Div bar = new Div(party, day, join, leave);
    bar.addClassName("kt-filter-bar");
    bar.getStyle().set("align-items", "end");
    list.getStyle().set("flex", "1");
    Div body = new Div(bar, list);
    body.getStyle()
        .set("display", "flex")
        .set("flex-direction", "column")
        .set("gap", "0.5rem")
        .set("height", "100%");
    add(body);
    Button close = new Button(workspace.text("sales.close"), event -> close());
    close.setId("template-parties-close");
    getFooter().add(close);
    enable();
  }

  static void open(
      SalesDesk desk, Workspace workspace, TemplateView template, Runnable afterwards) {
    TemplatePartiesDialog dialog = new TemplatePartiesDialog(desk, workspace, template);
    dialog.addOpenedChangeListener(
        event -> {
          if (!event.isOpened()) {
            afterwards.run();
          }
        });
    dialog.open();
  }

  private String name(TemplatePartyView row) {
    return row.partyName() == null ? Long.toString(row.partyId().value()) : row.partyName();
  }

  private void chosen(Set<TemplatePartyView> rows) {
    chosen = rows;
    enable();
  }

  private void enable() {
    join.setEnabled(party.partyId() != null);
    leave.setEnabled(!chosen.isEmpty());
  }

  private void join() {
    act(
        () -> desk.templates().join(template.id(), those(List.of(party.partyId()))),
        FIELDS + "joined",
        1);
    party.clear();
  }

  private void leave() {
    List<PartyId> leaving = chosen.stream().map(TemplatePartyView::partyId).toList();
    act(
        () -> desk.templates().leave(template.id(), those(leaving)),
        FIELDS + "left",
        leaving.size());
  }

  private TemplateParties those(List<PartyId> parties) {
    return new TemplateParties(parties, day.getValue());
  }

  private void act(Runnable change, String doneKey, int number) {
    try {
      change.run();
      workspace.done(workspace.text(doneKey, number));
    } catch (Problem problem) {
      workspace.problem(problem);
    }
    reread();
  }

  private void reread() {
    list.deselectAll();
    list.refresh();
    enable();
  }
}
