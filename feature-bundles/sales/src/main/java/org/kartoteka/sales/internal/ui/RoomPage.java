package org.kartoteka.sales.internal.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import org.kartoteka.platform.api.money.Money;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.EmptyState;
import org.kartoteka.ui.api.component.FilterBar;
import org.kartoteka.ui.api.component.KeysetGrid;
import org.kartoteka.ui.api.component.ListFrame;
import org.kartoteka.ui.api.component.PageTitle;

/** The frame of the lists of this room, with its tabs. */
class RoomPage<T> extends ListFrame<T> {

  final transient SalesDesk desk;
  final transient Workspace workspace;
  private final RoomTab tab;
  private Dialog over;

  RoomPage(RoomTab tab, SalesDesk desk, Visit visit) {
    super("sales", visit);
    this.tab = tab;
    this.desk = desk;
    workspace = visit.workspace();
  }

  final void assemble(
      FilterBar bar, KeysetGrid<T> list, LongUnaryOperator counted, List<Component> buttons) {
    assemble(
        new PageTitle(workspace.text("sales.title"), buttons.toArray(Component[]::new)),
        workspace.text(tab.titleKey()),
        List.of(tab.strip(visit())),
        bar,
        List.of(),
        list,
        counted);
  }

  @Override
  protected final Component nothing() {
    return new EmptyState(
        "vaadin:invoice",
        workspace.text("sales.none." + tab.name()),
        workspace.text("sales.none." + tab.name() + ".why"));
  }

  /** In a narrow window a row opens at a glance over the list, for there is no room beside it. */
  final void openAtGlance(T row, Consumer<T> otherwise) {
    if (!workspace.narrow()) {
      otherwise.accept(row);
      return;
    }
    over = new Dialog(glance(row));
    over.setId("sales-glance");
    Button close = new Button(workspace.text("sales.close"), event -> over.close());
    close.setId("sales-glance-close");
    over.getFooter().add(close);
    over.open();
  }

  /** What was shown at a glance is not so any more. */
  @Override
  public void reread() {
    if (over != null) {
      over.close();
    }
    super.reread();
  }

  final String money(BigDecimal amount, Currency currency) {
    return workspace.formats().money(new Money(amount, currency));
  }
}
