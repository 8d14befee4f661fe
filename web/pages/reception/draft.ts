/** A list that is being received, as its row of the ledger keeps it: what was read and corrected, with which people and rules. */
import type { Progress } from '../../../client';
import type { ImportedFeedback } from '../../../documents';
import type { Person } from '../../../domain/people';
import type { Policy } from '../../../domain/policy';
import type { Drafts } from '../../../ledger';

export interface DraftContent {
  readonly feedback: ImportedFeedback;
  readonly people: readonly Person[];
  readonly peopleFrom: Source;
  readonly policy: Policy;
  readonly policyFrom: Source;
  /** Taken over in mid-life with the status each problem states. */
  readonly asIs: boolean;
}

/** Where a list of people or rules come from. */
export type Source =
  | { readonly kind: 'none' | 'standard' }
  | { readonly kind: 'rectification'; readonly id: string }
  | { readonly kind: 'file'; readonly name: string };

/** How far receiving has come. */
export interface DraftReceiving {
  /** When it was begun first: the rectification's clock runs from here, also when it is taken up again. */
  readonly at: string;
  /** The person's id. */
  readonly by: string;
  /** Why what differs is taken in; null for a first reception. */
  readonly amend: string | null;
  readonly progress: Progress | null;
  /** When it was last heard of. */
  readonly aliveAt: string;
  readonly outcome: Outcome | null;
}

export type Outcome =
  | {
      readonly kind: 'received';
      readonly id: string;
      readonly added: number;
      readonly amended: number;
      /** What was not taken in. */
      readonly left: readonly number[];
    }
  /** It can be taken up again. */
  | { readonly kind: 'failed'; readonly why: string };

export interface Draft {
  readonly id: string;
  readonly unit: string;
  readonly account: string;
  readonly name: string;
  readonly content: DraftContent;
  readonly receiving: DraftReceiving | null;
  readonly version: number;
}

/** Days for which a draft is kept after its last change. */
export const keptDays = 30;

/** Silent for longer, it was interrupted, ms. */
const silence = 20_000;

/** @param isHere this process is at it */
export function stageOf(
  { receiving }: Pick<Draft, 'receiving'>,
  now: string,
  isHere: boolean,
): 'open' | 'receiving' | 'interrupted' | 'received' {
  if (receiving === null) return 'open';
  if (receiving.outcome !== null)
    return receiving.outcome.kind === 'received' ? 'received' : 'interrupted';
  const isAlive = isHere || Date.parse(now) - Date.parse(receiving.aliveAt) < silence;
  return isAlive ? 'receiving' : 'interrupted';
}

export async function readDraft(drafts: Drafts, id: string): Promise<Draft | null> {
  const row = await drafts.one(id);
  if (row === null) return null;
  const { unit, account, name, version } = row;
  return {
    ...{ id, unit, account, name, version },
    content: JSON.parse(row.content) as DraftContent,
    receiving: receivingIn(row.receiving),
  };
}

export function receivingIn(text: string | null): DraftReceiving | null {
  return text === null ? null : (JSON.parse(text) as DraftReceiving);
}

/** What becomes of a draft; null: it stays as it is. */
export type Change = (draft: Draft) => Partial<Pick<Draft, 'content' | 'receiving'>> | null;

/** Often enough for as many people as work on one list. */
const tries = 8;

/**
 * Changes what is there now, also where somebody else has changed it meanwhile.
 * @returns false where there is no such draft, or it stays as it is
 */
export async function changeDraft(
  drafts: Drafts,
  id: string,
  now: string,
  change: Change,
): Promise<boolean> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const draft = await readDraft(drafts, id);
    const changed = draft === null ? null : change(draft);
    if (draft === null || changed === null) return false;
    const { content, receiving = draft.receiving } = changed;
    const done = await drafts.change(id, draft.version, {
      ...(content === undefined ? {} : { content: JSON.stringify(content) }),
      receiving: receiving === null ? null : JSON.stringify(receiving),
      changed_at: now,
    });
    if (done) return true;
  }
  return false;
}
