/** What a command that stays needs of its world: whole lines, UTC, and an end also when the terminal is closed. */
import type { CliContext } from '../command';

/** The same context, but `out` and `err` end the line, and the signal knows of a closed terminal. */
export function foreground(context: CliContext): CliContext {
  // Dates of libraries follow the process's zone: two workers must never disagree.
  process.env['TZ'] = 'UTC';
  return {
    ...context,
    out: (text) => context.out(`${text}\n`),
    err: (text) => context.err(`${text}\n`),
    signal: AbortSignal.any([context.signal, hangUp()]),
  };
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
