/** What an operator asks afterwards, by the commands of docs/operate.md. */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { zhenggai } from '../chaos/world/place';
import type { Command, Evidence } from './evidence';
import type { House } from './world/house';

export function verified({ env }: House): Promise<Command> {
  return runCommand(env, 'verify');
}

/** Between two looks, ms: what was just being recorded is on record by then. */
const between = 5000;

interface Report {
  readonly behind: readonly { readonly workflow: string; readonly from: number }[];
  readonly derived: readonly unknown[];
  readonly wrong: number;
  readonly withoutTemporal: unknown;
}

/**
 * Looked at twice, and nothing repaired: time goes on, and a line of the moment is in a history before it is in the ledger. What
 * the ledger has not got on with in between is behind.
 */
export async function reconciled({ env }: House): Promise<Evidence['reconcile']> {
  const look = () => runCommand(env, 'reconcile', '--dry-run', '--json');
  const first = reportOf((await look()).out);
  await pause(between);
  const { out, ...command } = await look();
  const report = reportOf(out);
  const behind = report.behind.filter(({ workflow, from }) =>
    first.behind.some((each) => each.workflow === workflow && each.from === from),
  );
  // A dry run counts what it would repair among what is wrong. What it could not compare it has not found to be right.
  const unrepairable = report.wrong - report.behind.length - report.derived.length;
  const wrong = unrepairable + (report.withoutTemporal === null ? 0 : 1);
  return { ...command, repaired: behind.length + report.derived.length, wrong };
}

/** In place of a report that did not come: one thing that is wrong. */
const noReport: Report = { behind: [], derived: [], wrong: 1, withoutTemporal: null };

function reportOf(out: string): Report {
  const report = (out === '' ? noReport : JSON.parse(out)) as Report | { readonly error: object };
  return 'error' in report ? noReport : report;
}

async function runCommand(
  env: NodeJS.ProcessEnv,
  ...args: readonly string[]
): Promise<Command & { readonly out: string }> {
  const child = spawn(process.execPath, [zhenggai, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [exitCode] = (await ended) as [number | null];
  return { exitCode, out, said: exitCode === 0 ? out : `${out}${err}` };
}
