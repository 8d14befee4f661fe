/** Questions to running and closed workflows. They change nothing. */
import type { MayEvent, PersistedState, View } from '../engine/core';
import { ask } from '../engine/client';
import type { Policy } from '../domain/policy';
import type { Lamp, Status } from '../domain/words';
import type { ProblemContext, RectificationContext, Stage } from '../machines';
import { call, type Calls } from './calls';

/** Who is to act now. */
export interface Acting {
  /** Role and names in words. */
  readonly who: string;
  readonly persons: readonly string[];
}

/** What a problem shows of itself: all but its policy and people, which are the rectification's. */
export type ShownProblem = Omit<ProblemContext, 'policy' | 'people'> & {
  readonly stage: Stage;
  readonly lamp: Lamp;
  readonly acting: Acting;
  readonly status: Status;
};

/** What a rectification shows of itself: all but its policy. */
export type ShownRectification = Omit<RectificationContext, 'policy'> & {
  readonly stage: string;
  readonly lamp: Lamp;
  /** Departments that owe this month's progress report. */
  readonly owing: readonly string[];
};

export type ViewOf<Shown> = Omit<View, 'context'> & { readonly context: Shown };
export type ProblemView = ViewOf<ShownProblem>;
export type RectificationView = ViewOf<ShownRectification>;

/** The view of any workflow of ours; `by` is whose events `may` names. */
export function view<Shown>(
  calls: Calls,
  workflow: string,
  by: string | null,
): Promise<ViewOf<Shown>> {
  return call(calls, workflow, () =>
    ask<ViewOf<Shown>, [unknown]>(calls.client.workflow.getHandle(workflow), 'view', by),
  );
}

/** What each of these persons may send now, in their order. */
export function may(
  calls: Calls,
  workflow: string,
  persons: readonly string[],
): Promise<readonly (readonly MayEvent[])[]> {
  return call(calls, workflow, () =>
    ask<readonly (readonly MayEvent[])[], [readonly string[]]>(
      calls.client.workflow.getHandle(workflow),
      'may',
      persons,
    ),
  );
}

/** The rules that a rectification was received with. */
export async function policyOf(calls: Calls, workflow: string): Promise<Policy> {
  const { snapshot } = await stateOf(calls, workflow);
  return (snapshot['context'] as unknown as RectificationContext).policy;
}

/** The whole state, of a closed workflow too. */
export function stateOf(calls: Calls, workflow: string): Promise<PersistedState> {
  return call(calls, workflow, () =>
    ask<PersistedState>(calls.client.workflow.getHandle(workflow), 'state'),
  );
}
