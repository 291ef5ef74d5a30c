package org.kartoteka.sales.internal.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.kartoteka.platform.api.data.ExpectedRevision;
import org.kartoteka.sales.CorrectionData;
import org.kartoteka.sales.CorrectionData.CorrectedLine;
import org.kartoteka.sales.DocumentView;
import org.kartoteka.sales.LineView;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.DateField;
import org.kartoteka.ui.api.component.Fields;
import org.kartoteka.ui.api.component.Links;
import org.kartoteka.ui.api.component.RecordForm;
import org.kartoteka.ui.api.component.SidePanel;

/** What the lines of an invoice are to be. */
final class CorrectionForm extends RecordForm {

  private static final int REASON = 300;

  private final TextField reason = Fields.line(REASON);
  private final DateField issuedOn = new DateField();
  private final transient List<Corrected> lines = new ArrayList<>();

  /** A line as it stands, and what it is to be. */
  private record Corrected(LineView now, BigDecimalField quantity, BigDecimalField price) {

    /** What was not changed stays as it is then. */
    CorrectedLine wanted() {
      return new CorrectedLine(
          now.position(),
          other(quantity.getValue(), now.quantity()),
          other(price.getValue(), now.unitPrice()));
    }

    private static BigDecimal other(BigDecimal written, BigDecimal standing) {
      return written == null || written.compareTo(standing) == 0 ? null : written;
    }
  }

  private CorrectionForm(Workspace workspace, List<LineView> standing) {
    super("correction-form");
    field("reason", "sales.document.reason", reason);
    reason.setRequiredIndicatorVisible(true);
    field("issuedOn", "sales.document.issuedOn", issuedOn);
    issuedOn.setValue(workspace.formats().today());
    for (LineView line : standing) {
      BigDecimalField quantity = Fields.number(workspace.formats().locale());
      BigDecimalField price = Fields.number(workspace.formats().locale());
      String at = "lines[" + lines.size() + "].";
      known(at + "quantity", "sales.line.quantity", quantity);
      known(at + "unitPrice", "sales.line.unitPrice", price);
      quantity.setAriaLabel(line.name() + " · " + workspace.text("sales.line.quantity"));
      price.setAriaLabel(line.name() + " · " + workspace.text("sales.line.unitPrice"));
      quantity.setValue(line.quantity());
      price.setValue(line.unitPrice());
      Span name = new Span(line.name());
      name.addClassName("kt-strong");
      place(name);
      row(quantity, price);
      lines.add(new Corrected(line, quantity, price));
    }
    place(
        Links.button(
            "correction-all",
            workspace.text("sales.document.correctAll"),
            "vaadin:eraser",
            () -> lines.forEach(line -> line.quantity().setValue(BigDecimal.ZERO))));
    unchanged();
  }

  static void open(SalesDesk desk, Workspace workspace, DocumentView invoice, Runnable afterwards) {
    CorrectionForm form = new CorrectionForm(workspace, desk.documents().standing(invoice.id()));
    SidePanel panel =
        SidePanel.open(
            "correction-panel",
            workspace.text("sales.document.correct") + " " + invoice.number(),
            form);
    form.saveButton().setText(workspace.text("sales.document.correct"));
    form.onSave(
        () -> {
          DocumentView note =
              desk.documents()
                  .correct(invoice.id(), ExpectedRevision.of(invoice.revision()), form.read());
          panel.close();
          workspace.done(workspace.text("sales.document.posted", note.number()));
          afterwards.run();
        });
  }

  private CorrectionData read() {
    return new CorrectionData(
        issuedOn.getValue(), Fields.text(reason), lines.stream().map(Corrected::wanted).toList());
  }
}
