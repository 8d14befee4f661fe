// A part of a page that is put in place anew keeps what people have ticked, typed and opened in it, and where they are.
(() => {
  let kept = null;
  const boxes = (root) => [...root.querySelectorAll('input[type="checkbox"][name]')];
  document.addEventListener('htmx:beforeSwap', ({ detail: { target } }) => {
    const focused = document.activeElement;
    kept = {
      ticked: new Set(
        boxes(target)
          .filter(({ checked }) => checked)
          .map(({ name, value }) => `${name} ${value}`),
      ),
      open: [...target.querySelectorAll('details[id][open]')].map(({ id }) => id),
      focus: target.contains(focused) ? signOf(focused) : null,
      left: target.querySelector('.scroll')?.scrollLeft ?? 0,
    };
  });
  document.addEventListener('htmx:load', ({ target }) => {
    if (kept === null) return;
    const { ticked, open, focus, left } = kept;
    kept = null;
    for (const box of boxes(target)) box.checked = ticked.has(`${box.name} ${box.value}`);
    for (const id of open) document.getElementById(id)?.setAttribute('open', '');
    const scroll = target.querySelector('.scroll');
    if (scroll !== null) scroll.scrollLeft = left;
    if (focus !== null) target.querySelector(focus)?.focus({ preventScroll: true });
    target.dispatchEvent(new Event('change', { bubbles: true }));
  });

  // By what an element is found again when it has been made anew.
  function signOf(element) {
    const tag = element.localName;
    for (const name of ['id', 'value', 'href', 'formaction', 'data-choose-all'])
      if (element.getAttribute(name) !== null)
        return `${tag}[${name}="${CSS.escape(element.getAttribute(name))}"]`;
    return tag === 'summary' && element.parentElement.id !== ''
      ? `#${CSS.escape(element.parentElement.id)} > summary`
      : null;
  }
})();
