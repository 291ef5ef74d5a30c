// window.KtChart: what all charts have in common: Apache ECharts in the colours and language of the page.
(() => {
  if (window.KtChart) return;

  const COLOURS = [
    '--lumo-primary-text-color',
    '--kt-warn',
    '--kt-good',
    '--kt-info',
    '--kt-bad',
    '--kt-text-muted'
  ];

  // A subclass answers in option(look) what ECharts is to draw of what was shown.
  window.KtChart = class extends HTMLElement {
    connectedCallback() {
      this.style.display = 'block';
      this._box = document.createElement('div');
      this._box.style.cssText = 'width:100%;height:18rem';
      this.appendChild(this._box);
      this._sizes = new ResizeObserver(() => this._chart && this._chart.resize());
      this._sizes.observe(this);
      this._looks = new MutationObserver(() => this._paint());
      this._looks.observe(document.documentElement, { attributes: true, attributeFilter: ['theme'] });
      this._paint();
    }

    disconnectedCallback() {
      this._sizes.disconnect();
      this._looks.disconnect();
      if (this._chart) this._chart.dispose();
      this._chart = null;
      this._box.remove();
    }

    show(shown) {
      this._shown = shown;
      this._paint();
    }

    // How high the drawing is, in pixels.
    height(pixels) {
      this._box.style.height = `${pixels}px`;
      this._chart.resize();
    }

    // Told once, when there is a chart to listen to.
    drawn() {}

    _colour(token) {
      const probe = document.createElement('span');
      probe.style.color = `var(${token})`;
      this.appendChild(probe);
      const colour = getComputedStyle(probe).color;
      probe.remove();
      return colour;
    }

    _paint() {
      if (!this._box || !this._shown) return;
      if (!this._chart) {
        this._chart = echarts.init(this._box, null, { renderer: 'canvas' });
        this.drawn(this._chart);
      }
      const { unit, locale } = this._shown;
      const text = this._colour('--lumo-body-text-color');
      const quiet = this._colour('--lumo-secondary-text-color');
      const rule = this._colour('--kt-line');
      const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 4 });
      const option = this.option({
        quiet,
        rule,
        number,
        rem: parseFloat(getComputedStyle(document.documentElement).fontSize)
      });
      this._chart.setOption(
        {
          animation: false,
          aria: { enabled: true },
          color: COLOURS.map((token) => this._colour(token)),
          textStyle: { color: text, fontFamily: getComputedStyle(this).fontFamily },
          ...option,
          legend: { type: 'scroll', textStyle: { color: text }, pageTextStyle: { color: quiet }, ...option.legend },
          tooltip: {
            trigger: 'axis',
            backgroundColor: this._colour('--lumo-base-color'),
            borderColor: rule,
            textStyle: { color: text },
            valueFormatter: (v) => (v == null ? '' : number.format(v) + (unit ? ' ' + unit : '')),
            ...option.tooltip
          }
        },
        true
      );
    }
  };
})();
