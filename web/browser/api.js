'use strict';
// Tries an operation of the API in the name of who is signed in, and shows the answer.

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.dataset.operation === undefined) return;
  event.preventDefault();
  void send(form);
});

async function send(form) {
  const shown = form.querySelector('pre[role=status]');
  shown.hidden = false;
  shown.textContent = '…';
  try {
    const answer = await fetch(addressOf(form), requestOf(form));
    shown.textContent = `${answer.status} ${answer.statusText}\n${await textOf(answer)}`;
  } catch (error) {
    shown.textContent = String(error);
  }
}

function addressOf(form) {
  const query = new URLSearchParams();
  let path = form.dataset.path;
  for (const { value, dataset } of form.querySelectorAll('[data-name]')) {
    if (dataset.place === 'path')
      path = path.replace(`{${dataset.name}}`, encodeURIComponent(value));
    else if (value !== '') query.append(dataset.name, value);
  }
  return `${path}?${query}`;
}

function requestOf(form) {
  const method = form.dataset.method.toUpperCase();
  if (method === 'GET') return {};
  const { 'x-csrf-token': csrf } = JSON.parse(document.body.getAttribute('hx-headers') ?? '{}');
  const file = form.querySelector('[data-place=file]');
  const headers = {
    'x-csrf-token': csrf,
    'content-type': file === null ? 'application/json' : 'application/octet-stream',
  };
  return {
    method,
    headers,
    body: file?.files[0] ?? form.querySelector('[data-place=body]')?.value,
  };
}

async function textOf(answer) {
  if (!/json/.test(answer.headers.get('content-type') ?? ''))
    return `${(await answer.blob()).size} bytes`;
  return JSON.stringify(await answer.json(), null, 2);
}
