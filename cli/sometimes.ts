/** Progress of long work: said every few seconds, however often it is told. */
import type { CliContext } from './command';

const everyMs = 2000;

export function sometimes({ err }: Pick<CliContext, 'err'>): (say: () => string) => void {
  let saidAt = Date.now();
  return (say) => {
    if (Date.now() - saidAt < everyMs) return;
    saidAt = Date.now();
    err(`${say()}\n`);
  };
}
