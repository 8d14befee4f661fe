/** Walks a review chain in every way it can go, to find a step that nobody may take. Pure; words its answer nowhere. */
import type { Assignment, Person } from './people';
import { reviewerFor } from './substitution';
import type { Role } from './words';

export interface StuckStep {
  readonly step: Role;
  /** Who submitted and reviewed before it, in that order. */
  readonly barred: readonly string[];
}

export interface ChainWalk {
  /** Some choice of reviewers gets through to the end. */
  readonly through: boolean;
  /** A way that does not; null when every way gets through. */
  readonly stuck: StuckStep | null;
}

/** What becomes of the chain once `submitter` has submitted, whoever of those who may then takes each step. */
export function walkChain(
  chain: readonly Role[],
  submitter: string,
  assignment: Assignment,
  people: readonly Person[],
): ChainWalk {
  const known = new Map<string, ChainWalk>();

  // Remembered by who is barred, since a long chain of large offices has too many ways to walk each.
  function walk(at: number, barred: readonly string[]): ChainWalk {
    const key = JSON.stringify([at, [...barred].sort()]);
    const found = known.get(key) ?? walkFrom(at, barred);
    known.set(key, found);
    return found;
  }

  function walkFrom(at: number, barred: readonly string[]): ChainWalk {
    const step = chain[at];
    if (step === undefined) return { through: true, stuck: null };
    const reviewer = reviewerFor(step, barred, assignment, people);
    if (reviewer === null) return { through: false, stuck: { step, barred } };
    const ways = reviewer.person.map((id) => walk(at + 1, [...barred, id]));
    return {
      through: ways.some(({ through }) => through),
      stuck: ways.find(({ stuck }) => stuck !== null)?.stuck ?? null,
    };
  }

  return walk(0, [submitter]);
}
