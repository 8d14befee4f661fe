// Ticking all rows of a table at once, and saying how many are ticked.
(() => {
  document.addEventListener('change', ({ target }) => {
    const all = target.dataset?.chooseAll;
    if (all !== undefined)
      for (const box of boxesOf(target.closest('form'), all)) box.checked = target.checked;
    for (const place of document.querySelectorAll('[data-chosen]')) tell(place);
  });
  addEventListener('pageshow', () => {
    for (const place of document.querySelectorAll('[data-chosen]')) tell(place);
  });

  function boxesOf(form, name) {
    return [...(form?.querySelectorAll(`input[type="checkbox"][name="${name}"]`) ?? [])];
  }

  function tell(place) {
    const form = place.closest('form');
    const boxes = boxesOf(form, place.dataset.chosen);
    const count = boxes.filter(({ checked }) => checked).length;
    place.textContent =
      count === 0 ? place.dataset.none : place.dataset.some.replace('{n}', String(count));
    const all = form.querySelector(`[data-choose-all="${place.dataset.chosen}"]`);
    if (all !== null) {
      all.checked = count > 0 && count === boxes.length;
      all.indeterminate = count > 0 && count < boxes.length;
    }
    for (const button of form.querySelectorAll('.bar button')) button.disabled = count === 0;
  }
})();
