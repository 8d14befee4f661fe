// Draws what the page says of a chart: a figure with data-chart holds ECharts' option as JSON in its script element.
(() => {
  const reduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
  function draw(root) {
    for (const figure of root.querySelectorAll('[data-chart]')) {
      const option = figure.querySelector('script[type="application/json"]');
      const place = figure.querySelector('.chart');
      if (option === null || place === null) continue;
      const chart = echarts.init(place, null, { renderer: 'svg' });
      chart.setOption({ animation: !reduced, ...JSON.parse(option.textContent) });
      addEventListener('resize', () => chart.resize());
    }
  }
  addEventListener('DOMContentLoaded', () => draw(document));
  document.addEventListener('htmx:load', (event) => draw(event.target));
})();
