/** What is to happen when: a queue of instants, earliest first; of the same instant, first come first served. */
import type { Instant } from '../../domain/words';

interface Entry<T> {
  readonly at: number;
  readonly order: number;
  readonly item: T;
}

export class Agenda<T> {
  // A binary heap: the parent of `i` is at `(i - 1) >> 1` and never later than its children.
  private readonly heap: Entry<T>[] = [];
  private order = 0;

  add(at: Instant, item: T): void {
    this.heap.push({ at: Date.parse(at), order: this.order++, item });
    this.rise(this.heap.length - 1);
  }

  /** Takes the earliest item that is not later than `until`; null when there is none. */
  next(until: Instant): { readonly at: Instant; readonly item: T } | null {
    const first = this.heap[0];
    if (first === undefined || first.at > Date.parse(until)) return null;
    const last = this.heap.pop();
    if (last !== undefined && this.heap.length > 0) {
      this.heap[0] = last;
      this.sink(0);
    }
    return { at: new Date(first.at).toISOString(), item: first.item };
  }

  private rise(index: number): void {
    const parent = (index - 1) >> 1;
    if (index === 0 || !this.isBefore(index, parent)) return;
    this.swap(index, parent);
    this.rise(parent);
  }

  private sink(index: number): void {
    const [left, right] = [2 * index + 1, 2 * index + 2];
    const child = this.isBefore(right, left) ? right : left;
    if (!this.isBefore(child, index)) return;
    this.swap(index, child);
    this.sink(child);
  }

  private isBefore(one: number, other: number): boolean {
    const [a, b] = [this.heap[one], this.heap[other]];
    if (a === undefined || b === undefined) return a !== undefined;
    return a.at === b.at ? a.order < b.order : a.at < b.at;
  }

  private swap(one: number, other: number): void {
    const [a, b] = [this.heap[one], this.heap[other]];
    if (a === undefined || b === undefined) return;
    this.heap[one] = b;
    this.heap[other] = a;
  }
}
