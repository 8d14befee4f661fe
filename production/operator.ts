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
  const first = reportOf(await runCommand(env, 'reconcile', '--dry-run', '--json'));
  await pause(between);
  const command = await runCommand(env, 'reconcile', '--dry-run', '--json');
  const report = reportOf(command);
  const behind = report.behind.filter(({ workflow, from }) =>
    first.behind.some((each) => each.workflow === workflow && each.from === from),
  );
  // A dry run counts what it would repair among what is wrong. What it could not compare it has not found to be right.
  const unrepairable = report.wrong - report.behind.length - report.derived.length;
  const wrong = unrepairable + (report.withoutTemporal === null ? 0 : 1);
  return { ...command, repaired: behind.length + report.derived.length, wrong };
}

/** What is behind makes it end with exit code 1 as well, and a second object says so. */
function reportOf({ exitCode, said }: Command): Report {
  const none = { behind: [], derived: [], wrong: 1, withoutTemporal: null };
  const [text = ''] = said.split(/^\{\n {2}"error"/m);
  if (exitCode !== 0 && exitCode !== 1) return none;
  return text.trim().startsWith('{') ? (JSON.parse(text) as Report) : none;
}

async function runCommand(env: NodeJS.ProcessEnv, ...args: readonly string[]): Promise<Command> {
  const child = spawn(process.execPath, [zhenggai, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [exitCode] = (await ended) as [number | null];
  return { exitCode, said: exitCode === 0 ? out : `${out}${err}` };
}
