/** What an operator asks afterwards, by the commands of docs/operate.md. */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { once } from 'node:events';
import { zhenggai } from '../chaos/world/place';
import type { Command, Evidence } from './evidence';
import type { House } from './world/house';

export function verified({ env }: House): Promise<Command> {
  return runCommand(env, 'verify');
}

export async function reconciled({ env }: House): Promise<Evidence['reconcile']> {
  const command = await runCommand(env, 'reconcile', '--json');
  const none = { behind: [], derived: [], wrong: 1, withoutTemporal: null };
  const report = command.exitCode === 0 ? (JSON.parse(command.said) as typeof none) : none;
  // What it could not compare it has not found to be right.
  const wrong = report.wrong + (report.withoutTemporal === null ? 0 : 1);
  return { ...command, repaired: report.behind.length + report.derived.length, wrong };
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
