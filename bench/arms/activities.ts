/** What the tickets' activities do: keep the lines in memory, note when reminders went out, and tell whoever waits for a stage. */
import type { RemindInput, ReviewResult, Stage, TicketActivities } from './ticket';

export interface Reminded extends RemindInput {
  /** When the activity ran, milliseconds since 1970. */
  readonly at: number;
}

export class TicketWorld {
  readonly reminded: Reminded[] = [];
  private readonly stages = new Map<string, Set<string>>();
  private readonly waiting = new Map<string, () => void>();

  readonly activities: TicketActivities = {
    review: (): Promise<ReviewResult> => Promise.resolve({ remarks: 'in order' }),
    remind: ({ input }) => {
      this.reminded.push({ ...input, at: Date.now() });
      return Promise.resolve(null);
    },
    record: ({ workflow, lines }) => {
      for (const { to } of lines) this.reached(workflow, to);
      return Promise.resolve();
    },
  };

  /** Resolves once a line was recorded that led this workflow to the stage; each stage is told of once. */
  async until(workflow: string, stage: Stage): Promise<void> {
    if (this.take(workflow, stage)) return;
    await new Promise<void>((resolve) => this.waiting.set(`${workflow} ${stage}`, resolve));
    this.take(workflow, stage);
  }

  private reached(workflow: string, stage: string): void {
    const known = this.stages.get(workflow) ?? new Set();
    this.stages.set(workflow, known.add(stage));
    const key = `${workflow} ${stage}`;
    this.waiting.get(key)?.();
    this.waiting.delete(key);
  }

  private take(workflow: string, stage: Stage): boolean {
    return this.stages.get(workflow)?.delete(stage) ?? false;
  }
}
