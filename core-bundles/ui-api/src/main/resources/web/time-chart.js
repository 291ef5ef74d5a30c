// <kt-time-chart>: lines over time drawn by Apache ECharts in the colours of the theme.
(() => {
  if (customElements.get('kt-time-chart')) return;

  const UNLIKE = 5; // values this many times apart flatten each other on one axis
  const HEIGHT = 18; // rem of one panel; of each of several: two thirds

  const middle = (line) => {
    const values = line.data.map((p) => Math.abs(p[1])).sort((a, b) => a - b);
    return values[Math.floor(values.length / 2)] || 0;
  };

  // Lines of like size share a panel; panels lie above each other over the same days.
  const panelsOf = (lines) => {
    const panels = [];
    let largest = 0;
    [...lines]
      .sort((a, b) => middle(b) - middle(a))
      .forEach((line) => {
        const size = middle(line);
        if (!panels.length || size * UNLIKE < largest) {
          panels.push([]);
          largest = size;
        }
        panels[panels.length - 1].push(line);
      });
    return panels;
  };

  class TimeChart extends KtChart {
    option({ quiet, rule, number, rem }) {
      const { lines, unit, locale } = this._shown;
      const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
      const short = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' });
      const month = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric' });
      const days = lines.flatMap((l) => l.data.map((p) => Date.parse(p[0])));
      const first = Math.min(...days);
      const last = Math.max(...days);
      const long = last - first > 200 * 86400000;
      const panels = panelsOf(lines);
      const several = panels.length > 1;
      const height = HEIGHT * rem * (several ? (panels.length * 2) / 3 : 1);
      this.height(height);
      const above = (lines.length > 1 ? 40 : 16) + (unit ? 20 : 0);
      const each = (height - above - 8) / panels.length;
      return {
        axisPointer: { link: [{ xAxisIndex: 'all' }] },
        grid: panels.map((_, i) =>
          several
            ? { left: 72, right: 16, top: above + i * each, height: each - 36 }
            : { left: 8, right: 16, top: above, bottom: 8, containLabel: true }
        ),
        legend: { show: lines.length > 1 },
        tooltip: { axisPointer: { label: { formatter: (p) => day.format(p.value) } } },
        xAxis: panels.map((_, i) => ({
          type: 'time',
          gridIndex: i,
          min: several ? first : null,
          max: several ? last : null,
          axisLabel: { color: quiet, hideOverlap: true, formatter: (v) => (long ? month : short).format(v) },
          axisLine: { lineStyle: { color: rule } }
        })),
        yAxis: panels.map((_, i) => ({
          type: 'value',
          gridIndex: i,
          scale: true,
          splitNumber: several ? 3 : 5,
          name: i === 0 ? unit : '',
          nameTextStyle: { color: quiet },
          axisLabel: { color: quiet, formatter: (v) => number.format(v) },
          splitLine: { lineStyle: { color: rule } }
        })),
        series: lines.map((l) => ({
          name: l.name,
          xAxisIndex: panels.findIndex((panel) => panel.includes(l)),
          yAxisIndex: panels.findIndex((panel) => panel.includes(l)),
          type: 'line',
          data: l.data,
          symbolSize: 6,
          showSymbol: l.data.length < 100,
          lineStyle: { width: 2 }
        }))
      };
    }
  }

  customElements.define('kt-time-chart', TimeChart);
})();
