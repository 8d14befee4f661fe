import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withLock } from '../../../setup/lock.js';

let home: string;
let lock: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'zhenggai-lock-'));
  lock = join(home, 'lock');
});

afterEach(() => rmSync(home, { recursive: true, force: true }));

function heldBy(owner: string): string {
  const file = join(lock, owner);
  mkdirSync(lock, { recursive: true });
  writeFileSync(file, '');
  return file;
}

test('lets one piece of work wait for the other', async () => {
  const order: string[] = [];
  const work = (name: string) => async () => {
    order.push(`${name} begins`);
    await sleep(50);
    order.push(`${name} ends`);
  };

  await Promise.all([withLock(work('first'), lock), withLock(work('second'), lock)]);

  expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

test('leaves nothing behind, also when the work fails', async () => {
  const failing = withLock(() => Promise.reject(new Error('disk full')), lock);

  await expect(failing).rejects.toThrow('disk full');
  expect(readdirSync(home)).toEqual([]);
});

test('takes over from a process that has died', async () => {
  heldBy(`999999999@${hostname()}`);

  await expect(withLock(() => Promise.resolve('mine'), lock)).resolves.toBe('mine');
});

test('takes over from another machine only once its owner has been silent for a minute', async () => {
  const owner = heldBy('1@elsewhere');
  let held = true;
  const waiting = withLock(() => Promise.resolve((held = false)), lock);

  await sleep(500);
  expect(held).toBe(true);

  const twoMinutesAgo = new Date(Date.now() - 120_000);
  utimesSync(owner, twoMinutesAgo, twoMinutesAgo);
  await waiting;
  expect(held).toBe(false);
});
