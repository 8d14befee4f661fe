/** What the activities, children and signals of a step come to in a rehearsal: dates for true, messages into a list. */
import {
  assertNever,
  type Envelope,
  type Json,
  type MachineRef,
  type Outcome,
  type StartChildInput,
  type Work,
} from '../../engine/core';
import { channelChoice } from '../../domain/channel-choice';
import { scheduleMeasures, type MeasureScheduleRequest } from '../../domain/measure-schedule';
import type { Digest } from '../../domain/digest';
import { remindedBy } from '../../domain/reminding';
import type { RemindRequest } from '../../domain/remind-request';
import type { Schedule, ScheduleRequest } from '../../domain/schedule';
import type { Calendar } from '../../domain/calendar';
import type { Instant } from '../../domain/words';
import type { Happening } from './happening';

/** What an effect may reach. */
export interface Surroundings {
  /** Real instant. */
  readonly now: Instant;
  readonly calendar: Calendar;
  /** For people without a channel of their own. */
  readonly defaultChannel: string;
  readonly schedule: (request: ScheduleRequest) => Schedule;
  readonly happenings: Happening[];
  /** A child's whole input. */
  readonly childInput: (parent: string, child: StartChildInput) => Json;
  readonly begin: (workflow: string, ref: MachineRef, input: Json) => void;
  /** False when nobody is there to hear it. */
  readonly signal: (workflow: string, command: Omit<Envelope, 'at'>) => boolean;
}

/** Carries out one effect of a workflow now, and says how it came out. */
export function perform(world: Surroundings, workflow: string, work: Work): Outcome {
  try {
    return { kind: 'done', output: done(world, workflow, work) };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { kind: 'failed', error: { name, message, type: name } };
  }
}

function done(world: Surroundings, workflow: string, work: Work): Json {
  switch (work.kind) {
    case 'act':
    case 'invoke':
      return activity(world, workflow, work);
    case 'startChild': {
      const { workflowId, machine, version } = work.input;
      world.begin(workflowId, { name: machine, version }, world.childInput(workflow, work.input));
      return null;
    }
    case 'signal': {
      const { workflowId, event, mayBeGone } = work.input;
      const heard = world.signal(workflowId, { id: work.id, event, by: { workflow } });
      if (!heard && mayBeGone !== true) throw new Error(`没有 ${workflowId}`);
      return null;
    }
    default:
      return assertNever(work);
  }
}

function activity(
  world: Surroundings,
  workflow: string,
  { id, name, input }: { readonly id: string; readonly name: string; readonly input: unknown },
): Json {
  switch (name) {
    case 'schedule':
      return scheduled(world, workflow, input as ScheduleRequest);
    case 'scheduleMeasures':
      return scheduleMeasures(input as MeasureScheduleRequest, world.calendar) as unknown as Json;
    case 'remind':
      return remind(world, workflow, id, input as RemindRequest);
    case 'deliver':
      return deliver(world, workflow, input as Digest);
    default:
      throw new Error(`预演不认识活动 ${name}`);
  }
}

function scheduled(world: Surroundings, workflow: string, request: ScheduleRequest): Json {
  const answer = world.schedule(request);
  const { wait, after } = request;
  if (after === null)
    world.happenings.push({ at: world.now, workflow, kind: 'scheduled', wait, schedule: answer });
  return answer as unknown as Json;
}

function remind(world: Surroundings, workflow: string, key: string, request: RemindRequest): Json {
  for (const { digest, id, item } of remindedBy(key, request, world.now)) {
    world.begin(digest.key, { name: 'digest', version: '1' }, digest as unknown as Json);
    const event = { type: 'add', item: item as unknown as Json };
    world.signal(digest.key, { id, event, by: null });
  }
  world.happenings.push({ at: world.now, workflow, kind: 'reminded', request });
  return { to: request.recipients.map(({ person }) => person.id) };
}

/** What the activity answers when every channel works; nothing leaves the rehearsal. */
function deliver(world: Surroundings, workflow: string, digest: Digest): Json {
  if (digest.items.length === 0) return [];
  world.happenings.push({ at: world.now, workflow, kind: 'delivered', digest });
  const { always, preferred } = channelChoice(digest.person, world.defaultChannel);
  return [...always, ...preferred.slice(0, 1)].map(({ channel }) => ({
    key: `${digest.key}/${channel}`,
    channel,
    outcome: 'sent',
    at: world.now,
    detail: '',
  }));
}
