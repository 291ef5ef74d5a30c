package org.kartoteka.competitors.internal.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kartoteka.competitors.PriceObservationQuery;
import org.kartoteka.competitors.PriceSeries;
import org.kartoteka.ui.api.Workspace;
import org.kartoteka.ui.api.component.TimeChart;

/** How the prices observed most went over time; a chart for each currency. */
final class PriceChart extends Div {

  private static final int LINES = 6;

  private final transient CompetitorDesk desk;
  private final transient Workspace workspace;
  private final String id;

  PriceChart(String id, CompetitorDesk desk, Workspace workspace) {
    this.id = id;
    this.desk = desk;
    this.workspace = workspace;
    setWidthFull();
  }

  /** Shows the prices of a query. */
  void show(PriceObservationQuery query) {
    removeAll();
    List<PriceSeries> series = desk.prices().series(query, LINES);
    if (series.isEmpty()) {
      Span none = new Span(workspace.text("competitors.chart.none"));
      none.addClassName("kt-muted");
      add(none);
    }
    boolean several =
        series.stream().map(PriceSeries::competitorName).distinct().limit(2).count() > 1;
    Map<String, List<PriceSeries>> byCurrency =
        series.stream()
            .collect(
                Collectors.groupingBy(
                    PriceSeries::currency, LinkedHashMap::new, Collectors.toList()));
    byCurrency.forEach((currency, lines) -> add(chart(currency, lines, several)));
  }

  private TimeChart chart(String currency, List<PriceSeries> lines, boolean several) {
    return new TimeChart(
        id + "-" + currency,
        workspace.text("competitors.chart.title", currency),
        currency,
        lines.stream().map(line -> line(line, several)).toList());
  }

  private static TimeChart.Series line(PriceSeries series, boolean several) {
    String name =
        Words.joined(
            " / ",
            several ? series.name() + " · " + series.competitorName() : series.name(),
            series.unit());
    return new TimeChart.Series(
        name,
        series.points().stream()
            .map(point -> new TimeChart.Point(point.date(), point.amount()))
            .toList());
  }
}
