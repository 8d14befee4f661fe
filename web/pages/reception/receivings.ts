/**
 * Receives lists while their people look at progress. What is under way is noted in the draft: another process sees it there, and
 * what a crash has cut off is taken up again with the same reception, which does nothing twice.
 */
import type { ReceiveResult } from '../../../client';
import { NoWorkerAnswers, OutcomeUnknown, Refusal, ServerUnreachable } from '../../../client';
import { shortId } from '../../../domain/ids';
import type { Reception } from '../../../domain/reception';
import type { WebDeps } from '../../web-env';
import { changeDraft, type DraftReceiving, type Outcome } from './draft';

type Deps = Pick<WebDeps, 'ledger' | 'zhenggai' | 'now' | 'log'>;

export interface Starting {
  readonly draft: string;
  readonly reception: Reception;
  readonly by: string;
  readonly amend: string | null;
  /** Why it failed, in words. */
  readonly whyFailed: (error: unknown) => string;
}

/** Before somebody is asked to look. */
const attempts = 3;

/** How often it is noted that this process is still at it, ms. */
const heartbeat = 5000;

export class Receivings {
  private readonly under = new Map<string, Promise<void>>();
  private readonly deps: Deps;

  constructor(deps: Deps) {
    this.deps = deps;
  }

  isHere(draft: string): boolean {
    return this.under.has(draft);
  }

  /** Begins unless it is under way here; resolves with what came of it, which the draft says too. */
  begin(starting: Starting): Promise<void> {
    const known = this.under.get(starting.draft);
    if (known !== undefined) return known;
    const work = this.run(starting).finally(() => this.under.delete(starting.draft));
    this.under.set(starting.draft, work);
    return work;
  }

  private async run(starting: Starting): Promise<void> {
    const { draft, whyFailed } = starting;
    const beat = setInterval(() => void this.note(draft, {}).catch(() => undefined), heartbeat);
    beat.unref();
    try {
      await this.note(draft, { outcome: outcomeOf(await this.receive(starting)) });
    } catch (error) {
      if (!isExpected(error)) this.deps.log('failed', { draft, error: String(error) });
      const outcome: Outcome = { kind: 'failed', why: whyFailed(error) };
      // Where the ledger is away too, silence says that it was interrupted.
      await this.note(draft, { outcome }).catch(() => undefined);
    } finally {
      clearInterval(beat);
    }
  }

  /** The same again goes on where it stopped: a server that was slow to answer is asked once more. */
  private async receive(starting: Starting): Promise<ReceiveResult> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.receiveOnce(starting);
      } catch (error) {
        if (!isAway(error) || attempt === attempts) throw error;
      }
    }
  }

  private receiveOnce({ draft, reception, by, amend }: Starting): Promise<ReceiveResult> {
    return this.deps.zhenggai.receive(reception, {
      by: { by },
      ...(amend === null ? {} : { amend: { reason: amend } }),
      onProgress: (progress) => void this.note(draft, { progress }).catch(() => undefined),
    });
  }

  private async note(draft: string, more: Partial<DraftReceiving>): Promise<void> {
    const { ledger, now } = this.deps;
    const at = now();
    await changeDraft(ledger.drafts, draft, at, ({ receiving }) =>
      // A heartbeat or portion that comes late must not undo the end.
      receiving === null || (receiving.outcome !== null && more.outcome === undefined)
        ? null
        : { receiving: { ...receiving, ...more, aliveAt: at } },
    );
  }
}

function outcomeOf({ rectification, added, changed, notAdded }: ReceiveResult): Outcome {
  const amended = changed.filter(
    ({ outcome, others }) => outcome === 'amended' && others.length === 0,
  );
  const left = changed.filter((each) => !amended.includes(each)).map(({ seq }) => seq);
  return {
    ...{ kind: 'received', id: shortId(rectification), added: added.length },
    ...{ amended: amended.length, left: [...notAdded, ...left] },
  };
}

export function isAway(error: unknown): boolean {
  return (
    error instanceof ServerUnreachable ||
    error instanceof NoWorkerAnswers ||
    error instanceof OutcomeUnknown
  );
}

function isExpected(error: unknown): boolean {
  return isAway(error) || error instanceof Refusal;
}
