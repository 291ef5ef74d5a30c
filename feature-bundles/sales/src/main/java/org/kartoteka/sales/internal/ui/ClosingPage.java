package org.kartoteka.sales.internal.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Optional;
import org.kartoteka.ui.api.Visit;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.DateField;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.PageTitle;
import org.kartoteka.ui.api.component.RecordForm;

/** Closes periods for accounting. */
final class ClosingPage extends Div {

  private static final int REASON = 300;

  private final transient SalesDesk desk;
  private final transient Workspace workspace;
  private final Paragraph standing = new Paragraph();
  private final DateField until = new DateField();

  ClosingPage(SalesDesk desk, Visit visit) {
    this.desk = desk;
    workspace = visit.workspace();
    addClassName("kt-page");
    visit.title(workspace.text(RoomTab.CLOSING.titleKey()));
    standing.setId("closing-standing");
    TextField reason = Fields.line(REASON);
    RecordForm form = new RecordForm("closing-form");
    form.field("closedUntil", "sales.closing.until", until);
    form.field("reason", "sales.closing.reason", reason);
    form.saveButton().setText(workspace.text("sales.closing.close"));
    form.onSave(
        () -> {
          desk.books().close(until.getValue(), Fields.text(reason));
          workspace.done(workspace.text("sales.saved"));
          show();
        });
    add(
        new PageTitle(workspace.text("sales.title")),
        RoomTab.CLOSING.strip(visit),
        standing,
        form,
        new Paragraph(workspace.text("sales.closing.export")));
    show();
  }

  private void show() {
    Optional<LocalDate> closed = desk.books().closedUntil();
    until.setValue(closed.orElse(null));
    standing.setText(
        closed
            .map(day -> workspace.text("sales.closing.closed", workspace.formats().date(day)))
            .orElseGet(() -> workspace.text("sales.closing.nothing")));
  }
}
