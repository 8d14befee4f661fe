/** What a command that stays needs of its world: whole lines, UTC, and an orderly end whatever asks for it. */
import { exitCodes, type CliContext } from '../command';

/** The same context, but `out` and `err` end the line, and the signal knows of a closed terminal. */
export function foreground(context: CliContext): CliContext {
  // Dates of libraries follow the process's zone: two workers must never disagree.
  process.env['TZ'] = 'UTC';
  const err = (text: string): void => context.err(`${text}\n`);
  outlastRepeats(err);
  return {
    ...context,
    out: (text) => context.out(`${text}\n`),
    err,
    signal: AbortSignal.any([context.signal, hangUp()]),
  };
}

/** How long after the first request to stop another one is taken for the same, ms. */
const same = 2000;

/**
 * One Ctrl-C under `npm start` arrives twice: from the terminal and passed on by npm. The second must not kill what drains;
 * somebody who asks again later means it.
 */
function outlastRepeats(err: (text: string) => void): void {
  let first: number | null = null;
  const onSignal = (): void => {
    first ??= performance.now();
    if (performance.now() - first < same) return;
    err('已强行停止。已受理的事项都在库中；遗留的进程由下次启动处理。');
    process.exit(exitCodes.refused);
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
}

function hangUp(): AbortSignal {
  const closed = new AbortController();
  process.once('SIGHUP', () => {
    // Nobody reads on; writing to a terminal that is gone must not end the draining.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
    closed.abort();
  });
  return closed.signal;
}

/** Resolves when it is asked to stop. */
export function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) =>
    signal.addEventListener('abort', () => resolve(), { once: true }),
  );
}
