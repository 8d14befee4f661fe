/** A process of the bench's own that is asked things over IPC, one question at a time. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Child {
  readonly pid: number;
  /** The next thing it says of itself. */
  readonly next: () => Promise<unknown>;
  readonly ask: (question: string) => Promise<unknown>;
  /** Asks it to stop and waits until it has. */
  readonly stop: () => Promise<void>;
}

/**
 * @param name a file of processes/
 * @param profile the folder that its CPU profile goes to; null: none is made
 */
export function startChild(
  name: string,
  args: readonly string[],
  profile: string | null = null,
): Child {
  const child = fork(join(__dirname, 'processes', `${name}.js`), args, {
    execArgv: [
      '--expose-gc',
      ...(profile === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]),
    ],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const next = async (): Promise<unknown> => {
    const heard = once(child, 'message').then(([said]: unknown[]) => said);
    return Promise.race([heard, ended.then(() => Promise.reject(new Error(`${name} ended`)))]);
  };
  return {
    pid: child.pid ?? 0,
    next,
    ask: (question) => {
      const answer = next();
      child.send(question);
      return answer;
    },
    stop: async () => {
      if (child.connected) child.send('stop');
      await ended;
    },
  };
}
