/** One unit, one feedback: starts its problems, holds the one plan, and keeps the dates of the whole. */
import { base } from './base';
import { permit } from './permit';
import { startProblems } from './problems';
import { arrears, period, plan, progress, report } from './regions';

export const rectification = base.createMachine({
  id: 'rectification',
  context: ({ input }) => input,
  output: ({ context }) => ({ problems: Object.keys(context.problems).length }),
  initial: 'open',
  states: {
    open: {
      type: 'parallel',
      on: {
        addProblems: { guard: permit('isOffice'), actions: [startProblems, 'addProblems'] },
        problemChanged: { guard: 'isFromProblem', actions: 'noteChange' },
        noteAmended: { guard: permit('isOffice', 'knowsProblem'), actions: 'noteAmended' },
        recalculate: { guard: permit('isOffice'), actions: base.raise({ type: 'datesChanged' }) },
      },
      always: { guard: 'isAtEnd', target: 'closed' },
      states: { plan, period, progress, arrears, report },
    },
    closed: { type: 'final', tags: 'closed' },
  },
});
