package org.kartoteka.ui.api.component;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import elemental.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.kartoteka.ui.api.Workspace;

/**
 * What all charts have in common: a drawing in the colours of the theme, and beneath it the values
 * as a table with its download as CSV.
 */
public abstract class Chart extends Composite<Div> implements HasSize, HasStyle {

  /** A value beneath the drawing, as people read it and as programs do. */
  record Cell(String shown, String written, boolean isNumber) {

    static Cell text(String text) {
      return new Cell(text, '"' + text.replace("\"", "\"\"") + '"', false);
    }

    static Cell number(BigDecimal value, String unit) {
      String number = Workspace.current().formats().number(value);
      return new Cell((number + " " + unit).strip(), value.toPlainString(), true);
    }
  }

  /** What draws: a custom element with a method {@code show} that takes the option. */
  abstract static class Drawing extends Component {

    private final transient Supplier<JsonObject> option;

    Drawing(String title, Supplier<JsonObject> option) {
      this.option = option;
      getElement().setAttribute("role", "img");
      getElement().setAttribute("aria-label", title);
    }

    @Override
    protected void onAttach(AttachEvent event) {
      super.onAttach(event);
      getElement().executeJs("this.show($0)", option.get());
    }
  }

  /**
   * Puts the parts in place.
   *
   * @param id the test id
   * @param columns the names of the columns as programs read them; the title of one is the text
   *     {@code ui.chart.<name>}
   */
  final void assemble(String id, Drawing drawing, List<String> columns, List<List<Cell>> rows) {
    getContent().setId(id);
    getContent().addClassName("kt-chart");
    Details table =
        new Details(
            Workspace.current().text("ui.chart.table"),
            table(columns, rows),
            download(id, columns, rows));
    table.setId(id + "-table");
    getContent().add(drawing, table);
  }

  private static NativeTable table(List<String> columns, List<List<Cell>> rows) {
    NativeTable table = new NativeTable();
    table.addClassName("kt-table");
    NativeTableRow titles = new NativeTableRow();
    for (String column : columns) {
      NativeTableHeaderCell cell = new NativeTableHeaderCell();
      cell.setText(Workspace.current().text("ui.chart." + column));
      titles.add(cell);
    }
    NativeTableHeader head = new NativeTableHeader();
    head.add(titles);
    NativeTableBody body = new NativeTableBody();
    for (List<Cell> cells : rows) {
      NativeTableRow row = new NativeTableRow();
      for (Cell cell : cells) {
        NativeTableCell shown = new NativeTableCell(cell.shown());
        shown.setClassName("kt-number", cell.isNumber());
        row.add(shown);
      }
      body.add(row);
    }
    table.add(head, body);
    return table;
  }

  private static Anchor download(String id, List<String> columns, List<List<Cell>> rows) {
    List<String> lines = new ArrayList<>();
    lines.add(String.join(",", columns));
    rows.forEach(
        row -> lines.add(row.stream().map(Cell::written).collect(Collectors.joining(","))));
    byte[] csv = (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8);
    Anchor anchor =
        new Anchor(
            DownloadHandler.fromInputStream(
                event ->
                    new DownloadResponse(
                        new ByteArrayInputStream(csv), id + ".csv", "text/csv", csv.length)),
            Workspace.current().text("ui.chart.download"));
    anchor.setId(id + "-download");
    return anchor;
  }
}
