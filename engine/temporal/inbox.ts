/**
 * Updates that were accepted and wait to be applied: in their order, and each only when the world has followed all that came
 * before. Applied at once they would come before what was delivered with them in some replays and after it in others: a task
 * that asked for nothing and the one that brings the update are one to a worker that starts from the history, and two to every
 * later replay (SDK core 1.24).
 */
import { CancellationScope, condition } from '@temporalio/workflow';
import type { Instance } from './instance';

export class Inbox {
  private readonly instance: Instance;
  private waiting: (() => void)[] = [];
  /** False until everything that was delivered with the last update has run as far as it goes by itself. */
  private isSettled = false;
  private isOpen = false;

  constructor(instance: Instance) {
    this.instance = instance;
  }

  /** Gives what the step gives, or throws what it throws, once its turn has come. */
  put<Result>(step: () => Result): Promise<Result> {
    this.isSettled = false;
    // A microtask: conditions are looked at between the jobs of one task, and again when no microtask is left.
    void Promise.resolve().then(() => (this.isSettled = true));
    return new Promise((resolve) => {
      // The inner one runs the step at once, and is rejected with what it throws.
      this.waiting.push(() => resolve(new Promise((done) => done(step()))));
      if (!this.isOpen) void CancellationScope.nonCancellable(() => this.serve());
    });
  }

  /** Only while something waits: the SDK keeps the stack of every pending promise, some KB a workflow that is cached. */
  private async serve(): Promise<void> {
    const { instance } = this;
    this.isOpen = true;
    while (this.waiting.length > 0) {
      await condition(() => this.isSettled && instance.isFollowed);
      const turn = this.waiting;
      this.waiting = [];
      for (const step of turn) step();
      instance.endTurn();
    }
    this.isOpen = false;
  }
}
