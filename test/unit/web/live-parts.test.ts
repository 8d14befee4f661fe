import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { livePartsOf, streamOf } from '../../../bench/pages/live-parts';

const folder = join(__dirname, '../../../web/pages');

/** The elements of our pages that listen, as they are written. */
const listening = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx'))
  .flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/<(?:div|section)\s[^<]*sse:[^<]*/g)].map(
      ([element]) => [name, element] as const,
    ),
  );

test('there are parts that listen', () => {
  expect(listening.length).toBeGreaterThanOrEqual(7);
});

test.each(listening)(
  'in %s a part that listens asks calmly, and after the last change too',
  (_name, element) => {
    // What htmx throttles it drops: the last change of several would never be shown.
    expect(element).not.toContain('throttle');
    expect(element).toMatch(/\sid="/);
    expect(element).toMatch(/\sdata-calm=/);
    expect(element).toMatch(/hx-trigger=[^>]*sse:[^>]*, fresh/);
  },
);

test('visitors of the bench find the parts that a page asks for by itself', () => {
  const page = `<body hx-ext="sse" sse-connect="/live?since=1&amp;x=2">
    <div id="a" hx-get="/a?b=1&amp;c=2" hx-trigger="load, sse:changed-water, fresh" data-calm="changed-water"></div>
    <div id="b" hx-get="/b" hx-trigger="sse:changed"></div><a hx-get="/c" hx-target="#act">c</a></body>`;
  expect(livePartsOf(page)).toEqual([
    { path: '/a?b=1&c=2', events: ['changed-water'], onLoad: true, calm: true },
    { path: '/b', events: ['changed'], onLoad: false, calm: false },
  ]);
  expect(streamOf(page)).toBe('/live?since=1&x=2');
  expect(streamOf('<body>')).toBeNull();
});
