// What pages need besides htmx. No build step: this is what browsers run.
(() => {
  // A form that was sent is not sent again by a second touch.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.dataset.sent !== undefined) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = '';
    setTimeout(() => delete form.dataset.sent, 5000);
  });
  // What has changed elsewhere is not put in the place of a form that somebody is filling in: the page says so instead.
  document.addEventListener('htmx:beforeSwap', (event) => {
    const { target, requestConfig } = event.detail;
    // `fresh`: told of a change before, and waited a while (calm.js).
    if (!/^(sse:|fresh$)/.test(requestConfig?.triggeringEvent?.type ?? '')) return;
    if (![...target.querySelectorAll('form.event-form')].some(isBeingFilledIn)) return;
    event.detail.shouldSwap = false;
    target.querySelector('.newer')?.removeAttribute('hidden');
  });
  function isBeingFilledIn(form) {
    return form.contains(document.activeElement) || [...form.elements].some(isChanged);
  }
  function isChanged(field) {
    if (field.type === 'hidden' || field.localName === 'button') return false;
    if (field.localName === 'select')
      return [...field.options].some(
        (each) => each.selected !== each.defaultSelected && each.value !== '',
      );
    if (field.type === 'checkbox' || field.type === 'radio')
      return field.checked !== field.defaultChecked;
    return field.value !== undefined && field.value !== (field.defaultValue ?? '');
  }
  // A drawing that is larger than its place shows where the problem stands.
  function showLive(root) {
    for (const place of root.querySelectorAll('.statechart')) {
      const live = place.querySelector('.state.live');
      if (live === null) continue;
      const [around, own] = [place.getBoundingClientRect(), live.getBoundingClientRect()];
      place.scrollLeft += own.left - around.left - around.width / 2 + own.width / 2;
      place.scrollTop += own.top - around.top - around.height / 2 + own.height / 2;
    }
  }
  addEventListener('DOMContentLoaded', () => showLive(document));
  document.addEventListener('htmx:load', ({ target }) => showLive(target));
  addEventListener('pageshow', () => {
    for (const form of document.forms) delete form.dataset.sent;
  });
})();
