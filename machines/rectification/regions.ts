/** What runs beside each other in a rectification: plan, period and look-back, progress reports, report and bulletin. */
import { base } from './base';
import { permit } from './permit';
import { planApproved, tellPlanned } from './problems';
import { begin, date, end, over } from './region';

/** The one plan, reviewed outside the unit before it holds. */
export const plan = base.createStateConfig({
  initial: 'entering',
  states: {
    entering: { always: [{ guard: 'takenOver', target: 'approved' }, { target: 'drafting' }] },
    drafting: {
      ...date('plan'),
      tags: 'planning',
      entry: begin('plan'),
      exit: end('plan'),
      on: {
        ...date('plan').on,
        submitPlan: {
          guard: permit('isOffice'),
          target: 'reviewing',
          actions: 'noteSubmittedPlan',
        },
      },
    },
    reviewing: {
      ...date('review'),
      tags: 'planReview',
      entry: begin('planReview'),
      exit: end('review'),
      on: {
        ...date('review').on,
        approvePlan: {
          guard: permit('isSupervisor'),
          target: 'approved',
          actions: ['notePlan', tellPlanned],
        },
        returnPlan: {
          guard: permit('isSupervisor'),
          target: 'drafting',
          actions: 'noteReturnedPlan',
        },
      },
    },
    approved: {
      on: {
        problemChanged: {
          guard: 'isFromProblem',
          actions: [
            'noteChange',
            {
              type: 'tellProblem',
              params: ({ context, event }) =>
                event.stage === 'planning' ? planApproved(context, event.seq) : null,
            },
          ],
        },
      },
    },
  },
});

/** The concentrated period, the rest after it, and the look-back: one after the other. */
export const period = base.createStateConfig({
  initial: 'running',
  states: {
    running: {
      ...date('period', true),
      entry: begin('period'),
      exit: end('period'),
      always: { guard: over('period'), target: 'resting', actions: 'notePeriodEnd' },
    },
    resting: {
      ...date('rest', true),
      entry: begin('lookBackOpens'),
      exit: end('rest'),
      always: { guard: over('rest'), target: 'visiting' },
    },
    visiting: {
      ...date('lookBack'),
      tags: 'lookBack',
      entry: begin('lookBack'),
      exit: end('lookBack'),
      on: {
        ...date('lookBack').on,
        concludeLookBack: {
          guard: permit('isSupervisor'),
          target: 'lookedBack',
          actions: 'noteLookBack',
        },
      },
    },
    lookedBack: {},
  },
});

/** A progress report a month from each department that still rectifies. */
export const progress = base.createStateConfig({
  initial: 'idle',
  states: {
    idle: { always: { guard: 'owesReports', target: 'due', actions: 'beginMonth' } },
    due: {
      ...date('progress'),
      entry: begin('progress'),
      // No exit: what was missed goes on as the wait of the arrears.
      always: [
        { guard: 'allReported', target: 'idle', actions: 'closeMonth' },
        {
          guard: 'monthIsMissed',
          target: 'idle',
          actions: ['missMonth', base.raise({ type: 'monthMissed' })],
        },
      ],
      on: {
        ...date('progress').on,
        reportProgress: { guard: permit('isReporting', 'owesReport'), actions: 'noteProgress' },
      },
    },
  },
});

/** Reports of months past that are missing: chased to the departments that owe them, beside the month under way. */
export const arrears = base.createStateConfig({
  initial: 'none',
  states: {
    none: { always: { guard: 'hasArrears', target: 'chased' } },
    chased: {
      ...date('arrears'),
      exit: end('arrears'),
      always: { guard: 'arrearsAreMadeUp', target: 'none' },
      on: {
        ...date('arrears').on,
        monthMissed: '.scheduling',
        reportProgress: { guard: permit('isReporting', 'owesArrears'), actions: 'noteMadeUp' },
      },
    },
  },
});

/** The report owed to the supervisor, then the public bulletin in its window. */
export const report = base.createStateConfig({
  initial: 'early',
  states: {
    early: {
      always: [
        { guard: 'takenOver', target: 'published' },
        { guard: 'periodHasEnded', target: 'drafting' },
      ],
    },
    drafting: {
      ...date('report'),
      tags: 'reporting',
      entry: begin('report'),
      exit: end('report'),
      on: {
        ...date('report').on,
        submitReport: { guard: permit('isOffice'), target: 'reviewing', actions: 'noteReport' },
      },
    },
    reviewing: {
      on: {
        approveReport: [
          {
            guard: permit('approvesReport', 'isLastApproval'),
            target: 'approved',
            actions: 'approveReport',
          },
          { guard: permit('approvesReport'), actions: 'approveReport' },
        ],
        returnReport: {
          guard: permit('approvesReport'),
          target: 'drafting',
          actions: 'returnReport',
        },
      },
    },
    approved: {
      on: {
        publish: { guard: permit('isOffice'), target: 'publishing', actions: 'notePublication' },
      },
    },
    publishing: {
      ...date('publicity', true),
      tags: 'publishing',
      entry: begin('publicity'),
      exit: end('publicity'),
      always: { guard: over('publicity'), target: 'published' },
      on: {
        ...date('publicity', true).on,
        reply: { guard: permit('isOffice'), actions: 'noteReply' },
      },
    },
    published: { tags: 'published' },
  },
});
