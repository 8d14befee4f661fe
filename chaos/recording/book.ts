/** What one store's recorders acknowledged, by which the store is judged. */
import type { Told } from './protocol';

export class Book {
  readonly lines = new Map<string, number>();
  readonly messages = new Map<string, number>();
  /** Errors that the recorders met. */
  failures: string[] = [];

  readonly hear = (told: Told): void => {
    if (told.kind === 'recorded') this.lines.set(told.workflow, told.last);
    if (told.kind === 'delivered') this.messages.set(told.lane, told.number);
    if (told.kind === 'failed') this.failures.push(told.why);
  };

  get recorded(): number {
    return sumOf(this.lines);
  }

  get delivered(): number {
    return sumOf(this.messages);
  }
}

function sumOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
