package org.kartoteka.contracts.internal.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import org.kartoteka.contracts.CodeEntry;
import org.kartoteka.contracts.CodeList;
import org.kartoteka.contracts.ContractTypeView;
import org.kartoteka.contracts.NumberSeriesView;
import org.kartoteka.contracts.internal.data.ContractPermissions;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.Links;
import org.kartoteka.ui.api.component.PageTitle;

/** What a company defines for its contracts: types, number series, packages, reasons. */
final class DefinitionsPage extends Div {

  private final transient ContractDesk desk;
  private final transient Workspace workspace;
  private final boolean may;

  DefinitionsPage(ContractDesk desk, Visit visit) {
    this.desk = desk;
    workspace = visit.workspace();
    may = workspace.may(ContractPermissions.DEFINE);
    addClassName("kt-page");
    setId("contract-definitions");
    visit.title(workspace.text("contracts.tab.DEFINITIONS"));
    add(
        new PageTitle(workspace.text("contracts.tab.DEFINITIONS")),
        RoomTab.DEFINITIONS.strip(visit));
    Div panels = new Div();
    panels
        .getStyle()
        .set("display", "grid")
        .set("grid-template-columns", "minmax(0, 1fr)")
        .set("gap", "var(--lumo-space-s)");
    add(panels);
    fill(panels);
  }

  private void fill(Div panels) {
    panels.removeAll();
    Runnable anew = () -> fill(panels);
    Div types = panel(panels, "types", () -> DefinitionForms.type(desk, workspace, null, anew));
    for (ContractTypeView type : desk.types().all()) {
      types.add(
          entry(
              "type-" + type.id().value(),
              retired(type.name(), type.retired()),
              type.code(),
              () -> DefinitionForms.type(desk, workspace, type, anew)));
    }
    Div series = panel(panels, "series", () -> DefinitionForms.series(desk, workspace, null, anew));
    for (NumberSeriesView one : desk.series().all()) {
      series.add(
          entry(
              "series-" + one.id().value(),
              one.name(),
              workspace.text("contracts.series.next", one.pattern(), one.next()),
              () -> DefinitionForms.series(desk, workspace, one, anew)));
    }
    for (CodeList list : CodeList.values()) {
      Div codes =
          panel(panels, list.name(), () -> DefinitionForms.code(desk, workspace, list, null, anew));
      for (CodeEntry entry : desk.codes().entries(list)) {
        codes.add(
            entry(
                "code-" + list.name() + "-" + entry.code(),
                retired(entry.name(), entry.retired()),
                entry.code(),
                () -> DefinitionForms.code(desk, workspace, list, entry, anew)));
      }
    }
  }

  private Div panel(Div panels, String what, Runnable add) {
    H2 title = new H2(workspace.text("contracts.define." + what));
    if (may) {
      title.add(
          Links.quiet(
              "define-" + what, workspace.text("contracts.define.add"), "vaadin:plus", add));
    }
    Span why = new Span(workspace.text("contracts.define." + what + ".why"));
    why.addClassName("kt-muted");
    Div panel = new Div(title, why);
    panel.addClassName("kt-panel");
    panels.add(panel);
    return panel;
  }

  private Div entry(String id, String name, String details, Runnable open) {
    Span second = new Span(details);
    second.addClassName("kt-muted");
    Div entry =
        may
            ? new Div(Links.quiet(id, name, "vaadin:angle-right", open), second)
            : new Div(new Span(name), second);
    entry.addClassName("kt-line");
    return entry;
  }

  private String retired(String name, boolean retired) {
    return retired ? workspace.text("contracts.define.retired", name) : name;
  }
}
