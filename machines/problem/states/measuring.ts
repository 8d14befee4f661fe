/** The measures with dates of their own, watched beside whatever the problem is doing. Each is told of to its own department. */
import type { Person } from '../../../domain/people';
import { holders } from '../../../domain/people-rules';
import type { Role } from '../../../domain/words';
import { remindRequest, type Whom } from '../../reminder';
import { tellingOf } from '../../waits';
import { base } from '../base';
import type { Measure, ProblemContext } from '../context';
import { aboutOf } from '../deadline';
import { measuresRequest, reachedByMeasure } from '../measures';
import { permit } from '../permit';

/** One line and one reminder a measure: those of one morning may be on different rungs, for different people. */
const tellMeasures = base.enqueueActions(({ context, enqueue }) => {
  for (const { measure, milestones } of reachedByMeasure(context)) {
    const { id = '', lamp = 'normal', why = '', audience = [] } = milestones.at(-1) ?? {};
    enqueue.emit({ type: 'milestone', wait: 'measure', id, lamp, why, audience });
    const telling = tellingOf(milestones);
    if (telling === null) continue;
    const params = remindRequest(
      context,
      telling,
      aboutOf(context, 'measure'),
      whomOf(measure, context),
    );
    enqueue({ type: 'remind', params });
  }
});

/** The people of the measure's own department; where it has none in a role, those of the problem. */
function whomOf({ department }: Measure, { assignment, people }: ProblemContext): Whom {
  const own =
    department === null || department === assignment.department
      ? assignment
      : { ...assignment, department, handlers: [], departmentHead: null };
  return (role: Role): readonly Person[] => {
    const found = holders(role, own, people).filter(
      (person) => own === assignment || person.department === department,
    );
    return found.length > 0 ? found : holders(role, assignment, people);
  };
}

export const measuring = base.createStateConfig({
  initial: 'looking',
  on: {
    datesChanged: '.looking',
    completeMeasure: {
      guard: permit('mayCompleteMeasure', 'knowsMeasure'),
      target: '.looking',
      actions: 'noteMeasure',
    },
  },
  states: {
    looking: {
      always: [
        { guard: 'hasWatchedMeasures', target: 'scheduling', actions: 'openMeasureWatch' },
        { target: 'quiet' },
      ],
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
        nextMeasure: {
          target: 'waiting',
          reenter: true,
          actions: [tellMeasures, 'passMeasures'],
        },
      },
    },
    quiet: {},
  },
});
