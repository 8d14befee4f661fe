/** The entry of the `zhenggai` command: acts when it is loaded. */
import { run } from './program';

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => stopping.abort(signal));

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

void run(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  env: process.env,
  cwd: process.cwd(),
  now: () => new Date().toISOString(),
  signal: stopping.signal,
}).then((exitCode) => {
  process.exitCode = exitCode;
});
