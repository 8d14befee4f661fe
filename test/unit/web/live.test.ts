import { text } from 'node:stream/consumers';
import type { ReadableStream } from 'node:stream/web';
import { setTimeout as pause } from 'node:timers/promises';
import { given, unit } from './given';

test('a live page is let go when its process is about to stop', async () => {
  const stopping = new AbortController();
  const { app } = given({ stopping: stopping.signal });
  const answer = await app.request('/live');
  const heard = text(answer.body as ReadableStream);
  stopping.abort();
  expect(await heard).toContain('event: beat');
});

test('a live page is told of a change with how far the record had come', async () => {
  const stopping = new AbortController();
  const { app } = given({
    stopping: stopping.signal,
    changedSince: () => Promise.resolve([{ id: 'water', unit }]),
    told: () =>
      new Map([
        ['water', 7],
        ['school', 5],
      ]),
  });
  const answer = await app.request('/live?since=0');
  const heard = text(answer.body as ReadableStream);
  await pause(20);
  stopping.abort();
  expect(await heard).toContain('event: changed-water\nid: 12\ndata: water\n\n');
});

test('a live page that comes to a process about to stop is let go at once', async () => {
  const { app } = given({ stopping: AbortSignal.abort() });
  const answer = await app.request('/live');
  expect(answer.status).toBe(200);
  expect(await text(answer.body as ReadableStream)).not.toContain('changed');
});
