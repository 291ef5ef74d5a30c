package org.kartoteka.ui.api.component;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import elemental.json.Json;
import elemental.json.JsonArray;
import elemental.json.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.kartoteka.ui.api.Workspace;

/** Values over time as lines, with the table beneath and its download as CSV. */
public class TimeChart extends Chart {

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
    assemble(
        id,
        new Lines(title, this::option),
        List.of("series", "day", "value"),
        this.series.stream().flatMap(this::rows).toList());
  }

  private Stream<List<Cell>> rows(Series line) {
    LocalFormats formats = Workspace.current().formats();
    return line.points().stream()
        .map(
            point ->
                List.of(
                    Cell.text(line.name()),
                    new Cell(formats.date(point.day()), point.day().toString(), false),
                    Cell.number(point.value(), unit)));
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
  @JavaScript("context://kartoteka-charts/chart.js")
  @JavaScript("context://kartoteka-charts/time-chart.js")
  private static final class Lines extends Drawing {

    Lines(String title, Supplier<JsonObject> option) {
      super(title, option);
    }
  }
}
