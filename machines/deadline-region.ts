/**
 * The deadline region: one shared part for every wait that has a date. It asks the schedule, waits for one milestone at a
 * time, sets the lamp and asks for a reminder; a spent window is asked for again, so that "monthly, without end" has none.
 */
import { emit } from 'xstate';
import type { MeasureSchedule, MeasureScheduleRequest } from '../domain/measure-schedule';
import { waits, type Schedule, type ScheduleRequest, type Wait } from '../domain/schedule';
import type { Person } from '../domain/people';
import type { Role } from '../domain/words';
import type { RemindRequest } from '../domain/remind-request';
import { asActivity } from './as-activity';
import { remindRequest, type About, type Told, type Whom } from './reminder';
import {
  hasMore,
  isSpent,
  keepSchedule,
  passMilestones,
  reachedNow,
  scheduleRequest,
  tellingOf,
  untilNext,
  type Waiting,
} from './waits';

/** What a machine's context must have for the region. While it is suspended nobody is told. */
export type Dated = Waiting & Told & { readonly suspension?: unknown };

interface Args<C> {
  readonly context: C;
}

export interface Waited {
  readonly wait: Wait;
}

type WaitDelays = { readonly [W in Wait as `next.${W}`]: (args: Args<Dated>) => number };

/** The delays that the region names, for a machine's setup. */
export const waitDelays = Object.fromEntries(
  waits.map((wait) => [`next.${wait}`, ({ context }: Args<Dated>) => untilNext(context, wait)]),
) as unknown as WaitDelays;

/** The guards that the region names, for a machine's setup. */
export const waitGuards = {
  tells: ({ context }: Args<Dated>, { wait }: Waited) =>
    !isSuspended(context) && tellingOf(reachedNow(context, wait)) !== null,
  // Holidays that were unknown may be known by the next reminder: then what is ahead is asked for again.
  tellsProvisionally: ({ context }: Args<Dated>, { wait }: Waited) =>
    !isSuspended(context) &&
    (context.waits[wait]?.schedule?.provisional ?? false) &&
    tellingOf(reachedNow(context, wait)) !== null,
  windowIsSpent: ({ context }: Args<Dated>, { wait }: Waited) =>
    isSpent(context.waits, wait) && hasMore(context.waits, wait),
  waitIsOver: ({ context }: Args<Dated>, { wait }: Waited) =>
    isSpent(context.waits, wait) && !hasMore(context.waits, wait),
};

/** The activities that waiting for dates names, for a machine's setup. */
export const waitActors = {
  schedule: asActivity<Schedule, ScheduleRequest>(),
  scheduleMeasures: asActivity<MeasureSchedule, MeasureScheduleRequest>(),
};

/** Reminds: an activity. */
export const remind = (_args: unknown, _params: RemindRequest): void => undefined;

/** The change a schedule's answer makes. */
export const keeping = (
  { context }: Args<Dated>,
  { wait, schedule }: Waited & { readonly schedule: Schedule },
) => ({
  waits: keepSchedule(context.waits, wait, schedule),
});

/** The change that reaching milestones makes. */
export const passing = ({ context }: Args<Dated>, { wait }: Waited) => ({
  waits: passMilestones(context, wait),
});

interface Options<C> {
  readonly wait: Wait;
  readonly about: (context: C) => About;
  /** Lamps and dates only; nobody is told, because somebody else tells them. */
  readonly silent?: true | undefined;
  /** Who is told as holder of a role; by default those who hold it for the context's assignment. */
  readonly whom?: (role: Role, context: C) => readonly Person[];
}

interface Base {
  readonly createStateConfig: (config: never) => unknown;
}

/**
 * The region as a state's config for a machine's base, whose setup has `waitDelays`, `waitGuards`, `waitActors`, `remind`
 * and the actions `keepSchedule` and `passMilestones`. XState cannot type a config for any base, hence the one cast.
 */
export function deadlineRegion<B extends Base, C extends Dated>(
  base: B,
  { wait, about, silent, whom }: Options<C>,
) {
  const pass = { type: 'passMilestones', params: { wait } };
  const line = emit(({ context }: Args<Dated>) => milestoneLine(context, wait, silent));
  const reminding = {
    type: 'remind',
    params: ({ context }: Args<C>) =>
      reminderOf(context, wait, about(context), whom && ((role) => whom(role, context))),
  };
  const told = silent ? [line, pass] : [line, reminding, pass];
  const config = {
    initial: 'scheduling',
    on: { datesChanged: '.scheduling' },
    states: {
      scheduling: {
        invoke: {
          src: 'schedule',
          id: `schedule.${wait}`,
          input: ({ context }: Args<C>) => scheduleRequest(context, wait),
          onDone: {
            target: 'waiting',
            actions: {
              type: 'keepSchedule',
              params: ({ event }: { readonly event: { readonly output: Schedule } }) => ({
                wait,
                schedule: event.output,
              }),
            },
          },
        },
      },
      waiting: {
        always: [
          { guard: { type: 'windowIsSpent', params: { wait } }, target: 'scheduling' },
          { guard: { type: 'waitIsOver', params: { wait } }, target: 'over' },
        ],
        after: {
          [`next.${wait}`]: [
            {
              guard: { type: 'tellsProvisionally', params: { wait } },
              target: 'scheduling',
              actions: told,
            },
            {
              guard: { type: 'tells', params: { wait } },
              target: 'waiting',
              reenter: true,
              actions: told,
            },
            { target: 'waiting', reenter: true, actions: [line, pass] },
          ],
        },
      },
      over: {},
    },
  };
  type Region = ReturnType<B['createStateConfig']> & {
    readonly on: { readonly datesChanged: '.scheduling' };
  };
  return base.createStateConfig(config as never) as Region;
}

function isSuspended({ suspension = null }: Dated): boolean {
  return suspension !== null;
}

/** What was reached, and who is told of it: nobody where the region is silent. */
function milestoneLine(context: Dated, wait: Wait, silent = false) {
  const last = reachedNow(context, wait).at(-1);
  const { id = '', lamp = 'normal', why = '' } = last ?? {};
  const audience = silent || isSuspended(context) ? [] : (last?.audience ?? []);
  return { type: 'milestone', wait, id, lamp, why, audience } as const;
}

function reminderOf(context: Dated, wait: Wait, about: About, whom?: Whom): RemindRequest {
  const telling = tellingOf(reachedNow(context, wait));
  if (telling === null) throw new Error(`no milestone of ${wait} to tell of`);
  return remindRequest(context, telling, about, whom);
}
