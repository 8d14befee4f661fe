/** For whom and to what an event is sent: which workflows were chosen, and whether the viewer may act there at all. */
import type { EventDescription } from '../../engine/core';
import {
  problemEvents,
  rectificationEvents,
  type ProblemEventType,
  type RectificationEventType,
} from '../../machines';
import { mayRecordForOthers, personIn, sees } from '../access/access';
import { answersTo } from '../links/answers';
import type { Viewer } from '../viewer';
import type { WebDeps } from '../web-env';
import { readAbout, type About } from './about';

export type EventType = ProblemEventType | RectificationEventType;

/** An event that people send, and how it is described for what it is sent to. */
export interface Act {
  readonly event: EventType;
  readonly description: EventDescription;
  /** Workflow ids, each once. */
  readonly targets: readonly string[];
}

export type NoAct = 'unknownEvent' | 'noTargets' | 'wrongTarget' | 'severalRectifications';

/** Where the viewer acts, as whom. */
export interface Acting {
  readonly about: About;
  readonly person: string;
  /** The office, which may record what others decided. */
  readonly mayRecord: boolean;
}

export type NotHere = 'notSeen' | 'readOnly' | 'onlyThis';

const target = /^(?:problem\/([^/]+)\/[1-9]\d{0,5}|rectification\/([^/]+))$/;

/** The rectification of a workflow; null for what is no problem and no rectification. */
export function rectificationOf(workflow: string): string | null {
  const found = target.exec(workflow);
  return found === null ? null : (found[1] ?? found[2] ?? null);
}

export function actIn(event: string, chosen: readonly string[]): Act | NoAct {
  const targets = [...new Set(chosen)];
  if (targets.length === 0) return 'noTargets';
  const rectifications = new Set(targets.map(rectificationOf));
  if (rectifications.has(null)) return 'wrongTarget';
  if (rectifications.size > 1) return 'severalRectifications';
  const described = targets.map((each) => descriptionOf(event, each));
  if (described.every((each) => each === null))
    return isEvent(event) ? 'wrongTarget' : 'unknownEvent';
  const [description] = described;
  if (description === undefined || description === null || described.includes(null))
    return 'wrongTarget';
  return { event: event as EventType, description, targets };
}

/** Null where people send no such event to it. */
function descriptionOf(event: string, workflow: string): EventDescription | null {
  const events: Readonly<Record<string, EventDescription>> = workflow.startsWith('problem/')
    ? problemEvents
    : rectificationEvents;
  const found = Object.hasOwn(events, event) ? events[event] : undefined;
  return found === undefined || found.internal ? null : found;
}

function isEvent(event: string): boolean {
  return Object.hasOwn(problemEvents, event) || Object.hasOwn(rectificationEvents, event);
}

/** Who signed in by a link of a message answers what it asks for, and does nothing else. */
export function isOnlyAct({ only }: Viewer, { event, targets }: Omit<Act, 'description'>): boolean {
  if (only === null) return true;
  return answersTo(only.event).includes(event) && targets.every((each) => each === only.workflow);
}

/** From the record: what has not been recorded yet is not seen yet. */
export async function actingOn(
  { ledger }: Pick<WebDeps, 'ledger'>,
  viewer: Viewer,
  act: Omit<Act, 'description'>,
): Promise<Acting | NotHere> {
  const about = await readAbout(ledger, rectificationOf(act.targets[0] ?? '') ?? '', act.targets);
  if (about === null || !sees(viewer, about.rectification.unit)) return 'notSeen';
  const seen = { unit: about.rectification.unit, people: about.people };
  const person = personIn(viewer, seen);
  if (person === null) return 'readOnly';
  if (!isOnlyAct(viewer, act)) return 'onlyThis';
  return { about, person, mayRecord: mayRecordForOthers(viewer, seen) };
}
