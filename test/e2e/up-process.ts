/** `npm start` as a process of its own in a store of its own, for tests that kill it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { killGroup } from '../../chaos/world/process';
import { embeddedServer } from '../../chaos/world/world';

const program = join(__dirname, '..', '..', 'setup', 'zhenggai.js');

export interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Zheng {
  readonly process: ChildProcess;
  /** Everything printed so far. */
  readonly printed: () => string;
  readonly finished: Promise<Finished>;
}

/** A store that does not exist yet. */
export function newStore(): { readonly path: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'zhenggai-e2e-'));
  return {
    path: join(folder, 'store'),
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/** A command line of zhenggai, in a process group of its own. */
export function start(
  store: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Zheng {
  const child = spawn(process.execPath, [program, ...args], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ZHENGGAI_HOME: store, ...env },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return {
    process: child,
    printed: () => out + err,
    finished: once(child, 'close').then(([code]) => ({ code: code as number | null, out, err })),
  };
}

export async function run(store: string, ...args: readonly string[]): Promise<Finished> {
  return start(store, args).finished;
}

/** Until the process has printed this. */
export async function untilPrinted(zheng: Zheng, text: string, seconds = 90): Promise<void> {
  await until(
    () => {
      if (zheng.process.exitCode !== null) throw new Error(`it ended: ${zheng.printed()}`);
      return zheng.printed().includes(text);
    },
    seconds,
    () => `“${text}” in: ${zheng.printed()}`,
  );
}

export async function until(
  isSo: () => boolean | Promise<boolean>,
  seconds: number,
  what: () => string,
): Promise<void> {
  const giveUp = Date.now() + seconds * 1000;
  while (!(await isSo())) {
    if (Date.now() > giveUp) throw new Error(`not within ${seconds} s: ${what()}`);
    await pause(50);
  }
}

/** Everything dies at once, as in a power cut: the command and the server it started. */
export async function killAll(zheng: Zheng, store: string): Promise<void> {
  const server = embeddedServer(store);
  killGroup(zheng.process.pid);
  killGroup(server);
  await zheng.finished;
}
