package org.kartoteka.ui.api.component;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
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
import elemental.json.Json;
import elemental.json.JsonArray;
import elemental.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.kartoteka.ui.api.Workspace;

/** Values over time as lines, with the table beneath and its download as CSV. */
public class TimeChart extends Composite<Div> implements HasSize, HasStyle {

  private final transient List<Series> series;
  private final String unit;

  /** One line. */
  public record Series(String name, List<Point> points) {
    public Series {
      points = List.copyOf(points);
    }
  }

  /** One value of a day. */
  public record Point(LocalDate day, BigDecimal value) {}

  /**
   * A chart.
   *
   * @param id the test id
   * @param title what is shown, for those who cannot see it
   * @param unit what the values are, such as a currency; may be empty
   * @param series the lines with their points in order of days
   */
  public TimeChart(String id, String title, String unit, List<Series> series) {
    this.series = List.copyOf(series);
    this.unit = unit == null ? "" : unit;
    Lines lines = new Lines(this);
    lines.getElement().setAttribute("role", "img");
    lines.getElement().setAttribute("aria-label", title);
    getContent().setId(id);
    getContent().addClassName("kt-chart");
    Details table = new Details(Workspace.current().text("ui.chart.table"), table(), download(id));
    table.setId(id + "-table");
    getContent().add(lines, table);
  }

  private NativeTable table() {
    LocalFormats formats = Workspace.current().formats();
    NativeTable table = new NativeTable();
    table.addClassName("kt-table");
    NativeTableHeader head = new NativeTableHeader();
    NativeTableRow titles = new NativeTableRow();
    for (String key : List.of("ui.chart.series", "ui.chart.day", "ui.chart.value")) {
      NativeTableHeaderCell cell = new NativeTableHeaderCell();
      cell.setText(Workspace.current().text(key));
      titles.add(cell);
    }
    head.add(titles);
    NativeTableBody body = new NativeTableBody();
    for (Series line : series) {
      for (Point point : line.points()) {
        NativeTableRow row = new NativeTableRow();
        NativeTableCell value =
            new NativeTableCell((formats.number(point.value()) + " " + unit).strip());
        value.addClassName("kt-number");
        row.add(
            new NativeTableCell(line.name()),
            new NativeTableCell(formats.date(point.day())),
            value);
        body.add(row);
      }
    }
    table.add(head, body);
    return table;
  }

  private Anchor download(String id) {
    byte[] csv = csv().getBytes(StandardCharsets.UTF_8);
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

  private String csv() {
    StringBuilder csv = new StringBuilder("series,day,value\r\n");
    for (Series line : series) {
      for (Point point : line.points()) {
        csv.append('"')
            .append(line.name().replace("\"", "\"\""))
            .append("\",")
            .append(point.day())
            .append(',')
            .append(point.value().toPlainString())
            .append("\r\n");
      }
    }
    return csv.toString();
  }

  private JsonObject option() {
    JsonArray lines = Json.createArray();
    for (Series line : series) {
      JsonArray data = Json.createArray();
      for (Point point : line.points()) {
        JsonArray pair = Json.createArray();
        pair.set(0, point.day().toString());
        pair.set(1, point.value().doubleValue());
        data.set(data.length(), pair);
      }
      JsonObject one = Json.createObject();
      one.put("name", line.name());
      one.put("data", data);
      lines.set(lines.length(), one);
    }
    JsonObject option = Json.createObject();
    option.put("unit", unit);
    option.put("lines", lines);
    option.put("locale", Workspace.current().formats().locale().toLanguageTag());
    return option;
  }

  @Tag("kt-time-chart")
  @JavaScript("context://kartoteka-charts/echarts.min.js?v=5.6.0")
  @JavaScript("context://kartoteka-charts/time-chart.js")
  private static final class Lines extends Component {

    private final TimeChart chart;

    Lines(TimeChart chart) {
      this.chart = chart;
    }

    @Override
    protected void onAttach(AttachEvent event) {
      super.onAttach(event);
      getElement().executeJs("this.show($0)", chart.option());
    }
  }
}
