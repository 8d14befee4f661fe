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

  /** What has not gone on since the book said so much, and the last error that was met. */
  stoppedSince({ recorded, delivered }: Pick<Book, 'recorded' | 'delivered'>): string {
    const stopped = [
      ...(this.recorded === recorded ? ['nothing is recorded'] : []),
      ...(this.delivered === delivered ? ['nothing is sent'] : []),
    ];
    return `${stopped.join(', ')} (${this.failures.at(-1) ?? 'and no error was met'})`;
  }
}

function sumOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
