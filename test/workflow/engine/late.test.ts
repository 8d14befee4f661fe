import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Digest, DigestContext, DigestItem } from '../../../domain/digest';
import type { Line } from '../../../engine/core';
import { ask } from '../../../engine/client';
import type { ActivityRequest, RecordRequest } from '../../../engine/temporal';
import { addToDigestBy } from '../../../worker/add-to-digest';
import { workflowBundle } from '../bundles';
import { startServer, type Server } from '../server';
import { workerFor } from './ways';

// A digest that has just closed waits until that is recorded; a reminder that comes meanwhile must not be lost with it.

let server: Server;
beforeAll(async () => {
  server = await startServer({ real: true });
});
afterAll(async () => server.stop());

function digest(key: string): DigestContext {
  const person = { id: 'li-na', name: '李娜', department: '办公室', deputies: [], channels: [] };
  return {
    ...{ key, rectification: 'r1', unit: '云川县水务局', planDay: '2026-11-23', red: false },
    ...{ now: new Date().toISOString(), person: { ...person, roles: ['handler'] } },
    ...{ collectSeconds: 0.5, openSeconds: 0.5, items: [], sending: [], sent: 0 },
  };
}

function item(key: string): DigestItem {
  const about = { problem: null, role: 'handler', wait: 'work', lamp: 'normal' } as const;
  return { key, ...about, why: '今日截止', missed: [], todo: '请办理' };
}

async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isSo())) await pause(50);
}

test.each([
  ['in memory', 100],
  ['replayed at every step', 0],
])('what reaches a digest after it has closed is sent once, %s', async (_words, kept) => {
  const key = `digest/${randomUUID()}`;
  const lines: Line[] = [];
  const sent: string[][] = [];
  let isClosedKept: () => void = () => undefined;
  const closedKept = new Promise<void>((resolve) => (isClosedKept = resolve));
  const activities = {
    deliver: ({ input }: ActivityRequest<Digest>) =>
      Promise.resolve(sent.push(input.items.map((each) => each.key))),
    record: async ({ lines: fresh }: RecordRequest): Promise<void> => {
      if (fresh.some(({ to }) => to === 'closed') && sent.length === 1) await closedKept;
      const last = lines.at(-1)?.sequence ?? 0;
      lines.push(...fresh.filter(({ sequence }) => sequence > last));
    },
  };
  const { taskQueue, worker } = await workerFor(
    ...([server, await workflowBundle(), activities, kept] as const),
  );
  await worker.runUntil(async () => {
    const add = addToDigestBy(server.client.workflow, taskQueue);
    const handle = server.client.workflow.getHandle(key);
    const { runId } = await add(digest(key), 'a', item('a')).then(() => handle.describe());
    await until(async () => (await ask<{ state: string }>(handle, 'view')).state === 'closed');
    await add(digest(key), 'b', item('b'));
    await add(digest(key), 'c', item('c'));
    await add(digest(key), 'a', item('a'));
    isClosedKept();
    await handle.result();
    expect((await handle.describe()).runId).not.toBe(runId);
    expect(sent).toEqual([['a'], ['b', 'c']]);
    expect(lines.map(({ sequence }) => sequence)).toEqual(lines.map((_line, index) => index + 1));
    expect(lines.filter(({ kind }) => kind === 'refused')).toEqual([]);
  });
});
