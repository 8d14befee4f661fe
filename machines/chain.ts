/** A chain of approvals: one step after another, nobody twice and nobody their own. Shared by review and petitions. */
import type { Assignment, Person } from '../domain/people';
import { reviewerFor, type Reviewer } from '../domain/substitution';
import type { Instant, Role } from '../domain/words';

export interface Chain {
  readonly steps: readonly Role[];
  /** The step under way. */
  readonly index: number;
  /** Who submitted, then who approved: none of them takes a further step. */
  readonly barred: readonly string[];
  readonly approvals: readonly Approval[];
  /** Who may take the step under way; null when nobody may. */
  readonly reviewer: Reviewer | null;
}

export interface Approval {
  readonly role: Role;
  readonly by: string;
  readonly at: Instant;
}

/** What a chain needs to know of the problem. */
export interface Parties {
  readonly assignment: Assignment;
  readonly people: readonly Person[];
}

/** A chain at its first step. */
export function openChain(steps: readonly Role[], submitter: string, parties: Parties): Chain {
  const barred = [submitter];
  return {
    steps,
    index: 0,
    barred,
    approvals: [],
    reviewer: reviewerAt(steps, 0, barred, parties),
  };
}

/** The chain after its step under way was approved. */
export function approveStep(chain: Chain, by: string, at: Instant, parties: Parties): Chain {
  const index = chain.index + 1;
  const barred = [...chain.barred, by];
  const approvals = [...chain.approvals, { role: stepOf(chain) ?? 'office', by, at }];
  return {
    ...chain,
    index,
    barred,
    approvals,
    reviewer: reviewerAt(chain.steps, index, barred, parties),
  };
}

/** The chain with its reviewer found anew, after people changed. */
export function refreshChain(chain: Chain, parties: Parties): Chain {
  return { ...chain, reviewer: reviewerAt(chain.steps, chain.index, chain.barred, parties) };
}

/** The role of the step under way; null when the chain is through. */
export function stepOf(chain: Chain): Role | null {
  return chain.steps[chain.index] ?? null;
}

export function isLastStep(chain: Chain): boolean {
  return chain.index === chain.steps.length - 1;
}

function reviewerAt(
  steps: readonly Role[],
  index: number,
  barred: readonly string[],
  { assignment, people }: Parties,
): Reviewer | null {
  const step = steps[index];
  return step === undefined ? null : reviewerFor(step, barred, assignment, people);
}
