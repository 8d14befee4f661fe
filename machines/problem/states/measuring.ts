/** The measures with dates of their own, watched beside whatever the problem is doing. */
import { remindRequest } from '../../reminder';
import { tellingOf } from '../../waits';
import { base } from '../base';
import type { ProblemContext } from '../context';
import { aboutOf } from '../deadline';
import { asProblemMilestone, measuresReached, measuresRequest } from '../measures';
import { permit } from '../permit';

const milestone = base.emit(({ context }) => {
  const last = measuresReached(context).map(asProblemMilestone).at(-1);
  return {
    type: 'milestone',
    wait: 'measure',
    id: last?.id ?? '',
    lamp: last?.lamp ?? 'normal',
    why: last?.why ?? '',
    audience: last?.audience ?? [],
  };
});

const remind = {
  type: 'remind',
  params: ({ context }: { readonly context: ProblemContext }) => {
    const telling = tellingOf(measuresReached(context).map(asProblemMilestone));
    if (telling === null) throw new Error('no milestone of a measure to tell of');
    return remindRequest(context, telling, aboutOf(context, 'measure'));
  },
} as const;

export const measuring = base.createStateConfig({
  initial: 'looking',
  on: {
    datesChanged: '.looking',
    completeMeasure: {
      guard: permit('isDepartmentOrOffice', 'knowsMeasure'),
      target: '.looking',
      actions: 'noteMeasure',
    },
  },
  states: {
    looking: {
      always: [{ guard: 'hasWatchedMeasures', target: 'scheduling' }, { target: 'quiet' }],
    },
    scheduling: {
      invoke: {
        src: 'scheduleMeasures',
        id: 'scheduleMeasures',
        input: ({ context }) => measuresRequest(context),
        onDone: {
          target: 'waiting',
          actions: { type: 'watchMeasures', params: ({ event }) => ({ schedule: event.output }) },
        },
      },
    },
    waiting: {
      always: { guard: 'measuresAreQuiet', target: 'quiet' },
      after: {
        nextMeasure: [
          {
            guard: 'tellsMeasure',
            target: 'waiting',
            reenter: true,
            actions: [milestone, remind, 'passMeasures'],
          },
          { target: 'waiting', reenter: true, actions: [milestone, 'passMeasures'] },
        ],
      },
    },
    quiet: {},
  },
});
