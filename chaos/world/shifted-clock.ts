/**
 * Loaded before a worker's own code (`--require`): its Date shows the machine's time plus what a file says, in ms, and the
 * file changes under way. Timers of Node and the SDK's native half keep the machine's clock, as after a step of the clock.
 */
import { readFileSync } from 'node:fs';

/** The variable that names the file. */
export const clockFileVariable = 'CHAOS_CLOCK_FILE';

const file = process.env[clockFileVariable] ?? '';
const RealDate = Date;
let offset = 0;

function read(): void {
  try {
    offset = Number(readFileSync(file, 'utf8'));
  } catch {
    // being written: as before
  }
}

const now = (): number => RealDate.now() + offset;

if (file !== '') {
  read();
  setInterval(read, 100).unref();
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args: unknown[]) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args) as Date,
    apply: () => new RealDate(now()).toString(),
    get: (target, property) =>
      property === 'now' ? now : (Reflect.get(target, property) as unknown),
  });
}
