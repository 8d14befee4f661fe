// A part of a page that is put in place anew keeps what people have ticked, typed and opened in it, and where they are.
(() => {
  // By the id of the part: another may be answered before this one has settled.
  const kept = new Map();
  const boxes = (root) => [...root.querySelectorAll('input[type="checkbox"][name]')];
  document.addEventListener('htmx:beforeSwap', ({ detail: { target } }) => {
    if (target.id === '') return;
    const focused = document.activeElement;
    kept.set(target.id, {
      ticked: new Set(
        boxes(target)
          .filter(({ checked }) => checked)
          .map(({ name, value }) => `${name} ${value}`),
      ),
      open: [...target.querySelectorAll('details[id][open]')].map(({ id }) => id),
      focus: target.contains(focused) ? signOf(focused) : null,
      left: target.querySelector('.scroll')?.scrollLeft ?? 0,
    });
  });
  document.addEventListener('htmx:load', ({ target }) => {
    // New inside it, or new in its place.
    const part = [target, target.parentElement].find((each) => kept.has(each?.id));
    if (part === undefined) return;
    const { ticked, open, focus, left } = kept.get(part.id);
    kept.delete(part.id);
    for (const box of boxes(part)) box.checked = ticked.has(`${box.name} ${box.value}`);
    for (const id of open) document.getElementById(id)?.setAttribute('open', '');
    const scroll = part.querySelector('.scroll');
    if (scroll !== null) scroll.scrollLeft = left;
    if (focus !== null) part.querySelector(focus)?.focus({ preventScroll: true });
    part.dispatchEvent(new Event('change', { bubbles: true }));
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
