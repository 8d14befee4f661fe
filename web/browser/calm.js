// A part with data-calm="<event>" asks itself anew at most once every few seconds, and always after the last change: many people look
// at the same changes at once. Its hx-trigger names the event and `fresh`.
(() => {
  const apart = () => 5000 + Math.random() * 2500;
  const asked = new Map();
  const waiting = new Set();
  // How far the record had come when the page was told last: whoever answers, a part must not be older than that.
  let told = 0;

  function hold(event) {
    told = Math.max(told, Number(event.detail?.lastEventId ?? 0));
    const { id } = event.target;
    const left = (asked.get(id) ?? 0) - Date.now();
    if (left <= 0) {
      asked.set(id, Date.now() + apart());
      return;
    }
    event.stopPropagation();
    if (waiting.has(id)) return;
    waiting.add(id);
    setTimeout(() => {
      waiting.delete(id);
      asked.set(id, Date.now() + apart());
      const part = document.getElementById(id);
      if (part !== null) htmx.trigger(part, 'fresh');
    }, left);
  }

  document.addEventListener('htmx:configRequest', ({ detail }) => {
    if (told > 0) detail.headers['x-told'] = String(told);
  });
  document.addEventListener('htmx:load', () => {
    for (const { dataset } of document.querySelectorAll('[data-calm]'))
      document.addEventListener(`sse:${dataset.calm}`, hold, true);
  });
})();
