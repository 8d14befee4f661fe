/** Programs in process groups of their own, so that each can be killed whole at any moment. */
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { once } from 'node:events';

export interface Program {
  readonly pid: number | undefined;
  /** Resolves when it has ended, however: with its exit code, or null where it had none. */
  readonly ended: Promise<number | null>;
  /** kill -9 for it and all it started that stayed in its group. */
  readonly kill: () => void;
  readonly terminate: () => void;
}

/** @param log the file its output is appended to */
export function startProgram(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  log: string,
): Program {
  const output = openSync(log, 'a');
  const child = spawn(program, args, { detached: true, stdio: ['ignore', output, output], env });
  closeSync(output);
  return {
    pid: child.pid,
    ended: endOf(child),
    kill: () => killGroup(child.pid),
    terminate: () => void child.kill('SIGTERM'),
  };
}

export function killGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // gone already
  }
}

async function endOf(child: ChildProcess): Promise<number | null> {
  const [code] = (await once(child, 'exit').catch(() => [null])) as [number | null];
  return code;
}
