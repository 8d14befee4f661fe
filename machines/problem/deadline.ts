/**
 * The deadline region: one shared part for every wait that has a date. It asks the schedule, waits for one milestone at a
 * time, sets the lamp and asks for a reminder; a spent window is asked for again, so that "monthly, without end" has none.
 */
import type { Wait } from '../../domain/schedule';
import { remindRequest, type About } from '../reminder';
import { reachedNow, scheduleRequest, tellingOf } from '../waits';
import { base } from './base';
import type { ProblemContext } from './context';
import { todoOf } from './todo';

interface Options {
  /** Lamps and dates only; nobody is told, because somebody else tells them. */
  readonly silent?: true;
}

export function deadline<W extends Wait>(wait: W, options: Options = {}) {
  const pass = { type: 'passMilestones', params: { wait } } as const;
  const milestone = base.emit(({ context }) => milestoneLine(context, wait));
  const remind = {
    type: 'remind',
    params: ({ context }: { readonly context: ProblemContext }) => reminderOf(context, wait),
  } as const;
  const told = options.silent ? [milestone, pass] : [milestone, remind, pass];
  return base.createStateConfig({
    initial: 'scheduling',
    on: { datesChanged: '.scheduling' },
    states: {
      scheduling: {
        invoke: {
          src: 'schedule',
          id: `schedule.${wait}`,
          input: ({ context }) => scheduleRequest(context, wait),
          onDone: {
            target: 'waiting',
            actions: {
              type: 'keepSchedule',
              params: ({ event }) => ({ wait, schedule: event.output }),
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
            { target: 'waiting', reenter: true, actions: [milestone, pass] },
          ],
          // A computed key hides the delay's name from XState's types; the registry checks it.
        } as Record<never, never>,
      },
      over: {},
    },
  });
}

function milestoneLine(context: ProblemContext, wait: Wait) {
  const last = reachedNow(context, wait).at(-1);
  return {
    type: 'milestone',
    wait,
    id: last?.id ?? '',
    lamp: last?.lamp ?? 'normal',
    why: last?.why ?? '',
    audience: last?.audience ?? [],
  } as const;
}

function reminderOf(context: ProblemContext, wait: Wait) {
  const telling = tellingOf(reachedNow(context, wait));
  if (telling === null) throw new Error(`no milestone of ${wait} to tell of`);
  return remindRequest(context, telling, aboutOf(context, wait));
}

/** What a reminder of this wait is about. */
export function aboutOf(context: ProblemContext, wait: Wait): About {
  const { seq, number, title } = context;
  return { problem: { seq, number, title }, wait, todo: todoOf(context, wait) };
}
