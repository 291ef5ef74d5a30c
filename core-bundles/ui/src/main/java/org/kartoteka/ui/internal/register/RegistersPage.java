package org.kartoteka.ui.internal.register;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.renderer.LitRenderer;
import org.kartoteka.core.api.register.RegisterView;
import org.kartoteka.core.api.register.Registers;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.AskDialog;
import org.kartoteka.ui.api.component.EmptyState;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.PageTitle;
import org.kartoteka.ui.api.component.StatusPill;
import org.kartoteka.ui.internal.record.ActionButton;
import org.kartoteka.ui.internal.record.ShortList;

/** All registers: define, change, remove, open the parties of one. */
final class RegistersPage extends Div {

  private final transient Registers registers;
  private final transient Workspace workspace;
  private final boolean mayDefine;
  private final PageTitle title;
  private final transient KeysetGrid<RegisterView> grid;

  RegistersPage(Registers registers, Visit visit) {
    this.registers = registers;
    workspace = visit.workspace();
    mayDefine = workspace.may("core.register.manage");
    addClassName("kt-page");
    Button add = adding("register-new");
    add.setVisible(mayDefine);
    title = new PageTitle(workspace.text("register.plural"), add);
    grid = grid();
    add(title, grid);
    count();
  }

  private Button adding(String id) {
    Button add = new Button(workspace.text("ui.registers.new"), VaadinIcon.PLUS.create());
    add.setId(id);
    add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    add.addClickListener(event -> RegisterForm.define(registers, workspace, this::changed));
    return add;
  }

  private KeysetGrid<RegisterView> grid() {
    KeysetGrid<RegisterView> list =
        new KeysetGrid<>(
            "registers", request -> ShortList.page(registers.all(), request), RegisterView::id);
    list.column(
            "name",
            "register.name",
            LitRenderer.<RegisterView>of(
                    "<a href=\"${item.address}\" router-link class=\"kt-row-link\""
                        + " tabindex=\"-1\">${item.name}</a>")
                .withProperty("address", RegistersPage::address)
                .withProperty("name", RegisterView::name))
        .wide("14rem", 2);
    list.column("filter", "register.filter", new ComponentRenderer<>(this::rule)).wide("8rem", 0);
    list.column("description", "register.description", RegisterView::description).wide("16rem", 4);
    list.column("size", "register.size", this::size).numeric().wide("8rem", 0);
    if (mayDefine) {
      list.column("acts", "ui.registers.acts", new ComponentRenderer<>(this::acts)).wide("7rem", 0);
    }
    Component[] firstStep =
        mayDefine ? new Component[] {adding("register-first")} : new Component[0];
    return list.card(this::card)
        .onOpen(row -> workspace.navigate(address(row)))
        .whenEmpty(
            new EmptyState(
                "vaadin:archives",
                workspace.text("ui.registers.none"),
                workspace.text("ui.registers.none.why"),
                firstStep));
  }

  private static String address(RegisterView register) {
    return "parties?register=" + register.id().value();
  }

  private Component rule(RegisterView register) {
    return register.byRule()
        ? new StatusPill(workspace.text("ui.rule.by-rule"), StatusPill.Tone.INFO)
        : new Span();
  }

  private String size(RegisterView register) {
    String number = workspace.formats().number(register.size());
    return register.byRule() && register.size() >= Registers.COUNTED
        ? workspace.text("ui.rule.many", number)
        : number;
  }

  private Component acts(RegisterView register) {
    String id = Long.toString(register.id().value());
    Div acts =
        new Div(
            ActionButton.bare(
                "register-change-" + id,
                workspace.text("ui.registers.change", register.name()),
                "vaadin:edit",
                () -> RegisterForm.change(registers, workspace, register, this::changed)),
            ActionButton.bare(
                "register-remove-" + id,
                workspace.text("ui.registers.remove", register.name()),
                "vaadin:trash",
                () -> remove(register)));
    acts.addClassName("kt-toolbar");
    return acts;
  }

  private Component card(RegisterView register) {
    Anchor name = new Anchor(address(register), register.name());
    name.getElement().setAttribute("router-link", true);
    name.addClassNames("kt-strong", "kt-truncate");
    Div first = new Div(name);
    if (register.byRule()) {
      first.add(rule(register));
    }
    first.addClassName("kt-card-line");
    if (mayDefine) {
      first.add(acts(register));
    }
    Span size = new Span(workspace.text("ui.registers.size", register.size(), size(register)));
    size.addClassName("kt-muted");
    Div card = new Div(first);
    card.addClassName("kt-row-card");
    if (register.description() != null && !register.description().isBlank()) {
      card.add(new Span(register.description()));
    }
    card.add(size);
    return card;
  }

  private void remove(RegisterView register) {
    new AskDialog(
            "register-remove",
            workspace.text("ui.registers.remove", register.name()),
            workspace.text("ui.registers.remove.explanation", register.size(), size(register)),
            workspace.text("ui.registers.remove.verb"),
            () -> {
              registers.remove(register.id(), ExpectedRevision.of(register.revision()));
              changed();
              workspace.done(workspace.text("ui.registers.removed", register.name()));
            })
        .open();
  }

  private void changed() {
    grid.refresh();
    count();
  }

  private void count() {
    title.count(workspace.formats().number(registers.all().size()));
  }
}
