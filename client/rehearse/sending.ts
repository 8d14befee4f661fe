/** From a step of a scenario to the event and the sender of one command. */
import { holders } from '../../domain/people-rules';
import type { Sender } from '../../domain/people';
import type { Actor, ScenarioStep } from '../../domain/scenario';
import type { Field, Json, JsonObject, State } from '../../engine/core';
import { problemOf, peopledOf, rectificationOf } from './standing';

/** The sender; a sentence where nobody is there to act. */
export function senderOf(step: ScenarioStep, state: State): Sender | string {
  const decidedBy = personOf(step.by, state);
  const recordedBy = step.recordedBy === null ? decidedBy : personOf(step.recordedBy, state);
  if (decidedBy === null || recordedBy === null) return '没有可以办理的人';
  const own = decidedBy === recordedBy;
  return { decidedBy, recordedBy, basis: step.basis ?? (own ? 'ownSignIn' : 'signedSheet') };
}

function personOf(actor: Actor, state: State): string | null {
  switch (actor.kind) {
    case 'person':
      return actor.id;
    case 'role': {
      const { assignment, people } = peopledOf(state);
      return holders(actor.role, assignment, people)[0]?.id ?? null;
    }
    case 'reviewer':
      return reviewerOf(state);
  }
}

/** Whose turn it is: in a petition that waits, in a review, or in the approval of the report. */
function reviewerOf(state: State): string | null {
  const { review, petition } = problemOf(state);
  const report = rectificationOf(state).report;
  const chain = petition?.chain ?? review ?? report?.chain;
  return chain?.reviewer?.person[0] ?? null;
}

/** The event with its type, where the step says what people call it. */
export function eventOf(step: ScenarioStep, state: State): JsonObject & { readonly type: string } {
  const { events } = state.definition;
  const titled = Object.keys(events).find((type) => events[type]?.title === step.event);
  const type = Object.hasOwn(events, step.event) ? step.event : (titled ?? step.event);
  const described = Object.hasOwn(events, type) ? events[type]?.fields : undefined;
  const fields = Object.entries(step.fields).map(([name, value]) => {
    const field = described?.[name];
    return [name, field === undefined ? value : withFiles(field, value)] as const;
  });
  return { ...Object.fromEntries(fields), type };
}

/** Files that a scenario names only: a rehearsal reads none. */
function withFiles(field: Field, value: Json): Json {
  if (field.type !== 'list' || field.of.type !== 'file' || !Array.isArray(value)) return value;
  return (value as readonly Json[]).map((file) =>
    typeof file === 'string' ? { sha256: '0'.repeat(64), name: file, size: 1 } : file,
  );
}
