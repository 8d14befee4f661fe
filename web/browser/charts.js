// Draws what the page says of a chart: a figure with data-chart holds ECharts' option as JSON in its script element.
(() => {
  const reduced = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) echarts.getInstanceByDom(target)?.resize();
  });
  function draw(root) {
    for (const figure of root.querySelectorAll('[data-chart]')) {
      const option = figure.querySelector('script[type="application/json"]');
      const place = figure.querySelector('.chart');
      if (option === null || place === null) continue;
      // One that is there already moves to its new numbers.
      const known = echarts.getInstanceByDom(place);
      const chart = known ?? echarts.init(place, null, { renderer: 'svg' });
      chart.setOption({ animation: !reduced, ...JSON.parse(option.textContent) });
      if (known === undefined) sizes.observe(place);
    }
  }
  addEventListener('DOMContentLoaded', () => draw(document));
  document.addEventListener('htmx:load', ({ target }) => draw(target));
})();
