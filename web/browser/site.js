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
  addEventListener('pageshow', () => {
    for (const form of document.forms) delete form.dataset.sent;
  });
})();
