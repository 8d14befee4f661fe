/** A worker or a page process: killed, told to stop, and started again at the same place any number of times. */
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { startProgram, type Program } from '../../chaos/world/process';

export type MemberKind = 'worker' | 'pages';

export interface Member {
  readonly name: string;
  readonly kind: MemberKind;
  /** Where it tells its metrics. */
  readonly metrics: string;
  /** `http://127.0.0.1:…`; null: it has no pages. */
  readonly url: string | null;
  /** Resolves when it is at work. @throws Error with the end of its log where it does not come up */
  readonly start: () => Promise<void>;
  /** kill -9 */
  readonly kill: () => Promise<void>;
  /** SIGTERM. @returns its exit code; null where it had to be killed after a minute */
  readonly drain: () => Promise<number | null>;
  /** What it has said, over all its lives. */
  readonly log: () => string;
}

export interface MemberPlace {
  readonly name: string;
  readonly kind: MemberKind;
  readonly metrics: string;
  readonly url: string | null;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
}

const startWithin = 60_000;
const drainWithin = 60_000;
/** What either says when it is up; the second the pages alone. */
const up = /✓ 启动工作进程|✓ 页面 http/;

export function createMember(place: MemberPlace): Member {
  const { name, kind, metrics, url, args, env, logFile } = place;
  let program: Program | null = null;
  const log = (): string => (existsSync(logFile) ? readFileSync(logFile, 'utf8') : '');
  return {
    ...{ name, kind, metrics, url, log },
    start: async () => {
      const before = log().length;
      const started = startProgram(process.execPath, args, env, logFile);
      program = started;
      await untilUp(name, started, () => log().slice(before));
    },
    kill: async () => {
      program?.kill();
      await program?.ended;
    },
    drain: async () => {
      const draining = program;
      if (draining === null) return null;
      draining.terminate();
      const late = new AbortController();
      void pause(drainWithin, undefined, { signal: late.signal, ref: false }).then(
        draining.kill,
        () => undefined,
      );
      const code = await draining.ended;
      late.abort();
      return code;
    },
  };
}

async function untilUp(name: string, program: Program, said: () => string): Promise<void> {
  const giveUp = performance.now() + startWithin;
  let isOver = false;
  void program.ended.then(() => (isOver = true));
  while (!up.test(said())) {
    if (isOver || performance.now() > giveUp)
      throw new Error(`${name} did not come up: ${said().slice(-2000)}`);
    await pause(50);
  }
}
