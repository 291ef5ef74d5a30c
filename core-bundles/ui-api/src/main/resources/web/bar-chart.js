// <kt-bar-chart>: bars of several series on one another, those below zero beneath the line.
(() => {
  if (customElements.get('kt-bar-chart')) return;

  class BarChart extends KtChart {
    drawn(chart) {
      chart.on('click', (bar) => this.dispatchEvent(new CustomEvent('kt-choose', { detail: bar.dataIndex })));
    }

    option({ quiet, rule, number }) {
      const { categories, series, unit } = this._shown;
      const several = series.length > 1;
      const slot = (this.clientWidth - 80) / categories.length;
      const room = Math.max(60, slot - 8);
      return {
        grid: { left: 8, right: 16, top: (several ? 40 : 16) + (unit ? 20 : 0), bottom: 8, containLabel: true },
        legend: { show: several },
        tooltip: { axisPointer: { type: 'shadow' } },
        xAxis: {
          type: 'category',
          data: categories,
          axisLabel: { color: quiet, interval: Math.ceil((room + 8) / slot) - 1, width: room, overflow: 'truncate' },
          axisLine: { lineStyle: { color: rule } }
        },
        yAxis: {
          type: 'value',
          name: unit,
          minInterval: unit ? null : 1,
          nameTextStyle: { color: quiet },
          axisLabel: { color: quiet, formatter: (v) => number.format(v) },
          splitLine: { lineStyle: { color: rule } }
        },
        series: series.map((s) => ({ name: s.name, type: 'bar', stack: 'all', data: s.data, barMaxWidth: 48 }))
      };
    }
  }

  customElements.define('kt-bar-chart', BarChart);
})();
