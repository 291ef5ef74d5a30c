package org.kartoteka.ui.api.component;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import elemental.json.Json;
import elemental.json.JsonArray;
import elemental.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.kartoteka.ui.api.Workspace;

/**
 * Values of things beside one another as bars, with the table beneath and its download as CSV. Bars
 * of several series stand on one another, negative ones below the line.
 */
public class BarChart extends Chart {

  private final transient List<String> categories;
  private final transient List<Series> series;
  private final String unit;
  private final Bars bars;

  /**
   * The bars of one colour.
   *
   * @param values one for each category
   */
  public record Series(String name, List<BigDecimal> values) {
    public Series {
      values = List.copyOf(values);
    }
  }

  /**
   * A chart.
   *
   * @param id the test id
   * @param title what is shown, for those who cannot see it
   * @param unit what the values are, such as a currency; may be empty
   * @param categories what the things are called
   */
  public BarChart(
      String id, String title, String unit, List<String> categories, List<Series> series) {
    this.categories = List.copyOf(categories);
    this.series = List.copyOf(series);
    this.unit = unit == null ? "" : unit;
    bars = new Bars(title, this::option);
    assemble(id, bars, List.of("category", "series", "value"), rows());
  }

  /** Told the place of the category whose bar was clicked. */
  public BarChart onChoose(IntConsumer chosen) {
    bars.getElement()
        .addEventListener(
            "kt-choose",
            event -> chosen.accept((int) event.getEventData().getNumber("event.detail")))
        .addEventData("event.detail");
    return this;
  }

  private List<List<Cell>> rows() {
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < categories.size(); i++) {
      for (Series one : series) {
        rows.add(
            List.of(
                Cell.text(categories.get(i)),
                Cell.text(one.name()),
                Cell.number(one.values().get(i), unit)));
      }
    }
    return rows;
  }

  private JsonObject option() {
    JsonArray names = Json.createArray();
    categories.forEach(name -> names.set(names.length(), name));
    JsonArray all = Json.createArray();
    for (Series one : series) {
      JsonArray values = Json.createArray();
      one.values().forEach(value -> values.set(values.length(), value.doubleValue()));
      JsonObject bar = Json.createObject();
      bar.put("name", one.name());
      bar.put("data", values);
      all.set(all.length(), bar);
    }
    JsonObject option = Json.createObject();
    option.put("unit", unit);
    option.put("categories", names);
    option.put("series", all);
    option.put("locale", Workspace.current().formats().locale().toLanguageTag());
    return option;
  }

  @Tag("kt-bar-chart")
  @JavaScript("context://kartoteka-charts/echarts.min.js?v=5.6.0")
  @JavaScript("context://kartoteka-charts/chart.js")
  @JavaScript("context://kartoteka-charts/bar-chart.js")
  private static final class Bars extends Drawing {

    Bars(String title, Supplier<JsonObject> option) {
      super(title, option);
    }
  }
}
