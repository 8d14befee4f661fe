/** One rectification as a whole, from its feedback to its end, with the lives of four of its problems. */
import type { ReceivedProblem } from '../../../../domain/reception';
import { received } from '../../cast';
import { on, type Story } from '../story';
import type { Told } from '../told';

const submit = { text: '已整改到位' };
const engineering = {
  department: '工程科',
  assisting: [],
  handlers: ['engineer'],
  departmentHead: 'engineerHead',
  responsibleLeader: 'leader',
};

const problem = (seq: number, fields: Partial<ReceivedProblem>): ReceivedProblem => ({
  ...received,
  title: `问题${seq}`,
  handedOverOn: '2025-02-10',
  seq,
  number: seq,
  ...fields,
});

const whole = on(0);
const reports = (at: string, by: string, department: string) =>
  whole.does(at, by, 'reportProgress', { department, text: '本月进展' });

/** People who were told of progress reports, by morning. */
function chased({ messages }: Told): readonly string[] {
  const about = messages.filter(({ text }) => text.includes('进展报告时限'));
  const mornings = [...new Set(about.map(({ day, red }) => `${day} ${red ? 'red' : 'daily'}`))];
  return mornings.sort().map((morning) => {
    const told = about.filter(({ day, red }) => `${day} ${red ? 'red' : 'daily'}` === morning);
    return [morning, ...told.map(({ to }) => to.person).sort()].join(' ');
  });
}

/**
 * Feedback on Monday 2025-02-10. Problem 1 is signed off, 2 submitted in time and under review when the period ends on
 * 08-11, 3 has its phase result, 4 is late and withdrawn after it; the others were settled during the inspection.
 */
export function rectified(settledBefore: number): Story {
  const others = Array.from({ length: settledBefore }, (_each, index) =>
    problem(index + 5, { kind: 'immediate', entry: 'signedOff', status: 'completed' }),
  );
  return {
    name: 'whole',
    begins: '2025-02-10 10:00',
    problems: [],
    received: [
      problem(1, { kind: 'timeLimited' }),
      problem(2, { kind: 'timeLimited', assignment: engineering }),
      problem(3, { kind: 'longTerm' }),
      problem(4, { kind: 'immediate', assignment: engineering }),
      ...others,
    ],
    moves: [
      whole.isRefused('2025-02-10 11:00', 'head', 'addProblems', /整改办/, { problems: [] }),
      whole.does('2025-02-10 12:00', 'office', 'addProblems', { problems: [others[0]] }),
      on(1).does('2025-02-11 10:00', 'head', 'accept'),
      on(2).does('2025-02-11 10:00', 'engineerHead', 'accept'),
      on(3).does('2025-02-11 10:00', 'head', 'accept'),
      on(4).does('2025-02-11 10:00', 'engineerHead', 'accept'),
      on(1).looks('2025-02-12 10:00', 'before the plan'),
      on(4).looks('2025-02-12 10:00', 'without a plan'),
      ...planning,
      ...reporting,
      ...working,
      ...publishing,
      ...lookingBack(settledBefore + 4),
    ],
    facts: facts(settledBefore),
  };
}

/** Due on Monday 03-10; returned on 03-06: five working days end on 03-13. */
const planning = [
  whole.isRefused('2025-03-04 09:30', 'head', 'submitPlan', /整改办/),
  whole.does('2025-03-04 10:00', 'office', 'submitPlan'),
  whole.does('2025-03-06 10:00', 'supervisor', 'returnPlan', { reason: '措施不实' }),
  whole.does('2025-03-10 10:00', 'office', 'submitPlan'),
  whole.isRefused('2025-03-11 09:30', 'office', 'approvePlan', /巡察办/),
  on(1).looks('2025-03-11 09:40', 'plan not approved'),
  whole.does('2025-03-11 10:00', 'supervisor', 'approvePlan'),
  ...[1, 2, 3].map((seq) => on(seq).looks('2025-03-11 12:00', `planned ${seq}`)),
];

/** The report for March is due on Monday 03-31, for April on 04-30, for August on 08-29. */
const reporting = [
  reports('2025-03-20 10:00', 'handler', '财务科'),
  whole.isRefused('2025-03-20 11:00', 'handler', 'reportProgress', /已报送/, {
    department: '财务科',
    text: '再报',
  }),
  whole.isRefused('2025-03-20 12:00', 'engineer', 'reportProgress', /责任部门/, {
    department: '财务科',
    text: '代报',
  }),
  whole.looks('2025-03-20 13:00', 'one reported'),
  reports('2025-04-02 10:00', 'handler', '财务科'),
  whole.looks('2025-04-03 12:00', 'in arrears'),
  reports('2025-04-07 10:00', 'engineerHead', '工程科'),
  whole.looks('2025-04-07 12:00', 'made up'),
  reports('2025-04-22 10:00', 'engineer', '工程科'),
  ...['2025-05-06 10:00', '2025-06-03 10:00', '2025-07-01 10:00'].flatMap((at) => [
    reports(at, 'handler', '财务科'),
    reports(at, 'engineer', '工程科'),
  ]),
  reports('2025-08-21 10:00', 'office', '工程科'),
];

const working = [
  on(3).does('2025-07-10 10:00', 'handler', 'submit', submit),
  on(3).does('2025-07-11 10:00', 'head', 'approve'),
  on(3).does('2025-07-14 10:00', 'leader', 'approve'),
  on(3).does('2025-07-15 10:00', 'office', 'approve'),
  on(1).does('2025-07-16 10:00', 'handler', 'submit', submit),
  on(1).does('2025-07-17 10:00', 'head', 'approve'),
  on(1).does('2025-07-18 10:00', 'leader', 'approve'),
  on(1).does('2025-07-21 10:00', 'office', 'approve'),
  on(2).does('2025-07-21 10:00', 'engineer', 'submit', submit),
  on(2).does('2025-08-07 10:00', 'engineerHead', 'approve'),
  on(2).does('2025-08-11 10:00', 'leader', 'approve'),
  whole.looks('2025-08-11 23:50', 'before the end'),
  whole.looks('2025-08-12 00:10', 'at the end'),
  on(2).does('2025-08-14 10:00', 'office', 'approve'),
  on(4).does('2025-08-25 10:00', 'supervisor', 'withdraw', { reason: '认定有误' }),
];

/** Open from Thursday 2025-09-04: fifteen working days, the first day not counted, end on 09-25. */
const publishing = [
  whole.does('2025-09-01 10:00', 'office', 'submitReport'),
  whole.isRefused('2025-09-01 11:00', 'supervisor', 'approveReport', /主要负责人/),
  whole.does('2025-09-02 10:00', 'principal', 'approveReport'),
  whole.isRefused('2025-09-02 11:00', 'office', 'publish', /not accepted/),
  whole.does('2025-09-03 10:00', 'supervisor', 'approveReport'),
  whole.does('2025-09-04 10:00', 'office', 'publish', { contact: '0000-1234567' }),
  whole.does('2025-09-10 10:00', 'office', 'reply', { from: '来电', text: '反映一处漏项' }),
  whole.isRefused('2025-09-26 10:00', 'office', 'reply', /not accepted/, {
    from: '来电',
    text: '迟',
  }),
];

function lookingBack(problems: number): Story['moves'] {
  const open = Array.from({ length: problems }, (_each, index) => index + 1).filter(
    (seq) => seq !== 4,
  );
  const verdict = { verdict: 'passed' };
  return [
    on(3).does('2026-01-05 10:00', 'handler', 'reportUpkeep', submit),
    on(3).does('2026-01-06 10:00', 'office', 'acceptUpkeep'),
    on(3).does('2026-01-07 10:00', 'handler', 'reportUpkeep', submit),
    on(3).does('2026-01-08 10:00', 'office', 'acceptUpkeep'),
    whole.isRefused('2026-02-11 10:00', 'supervisor', 'concludeLookBack', /not accepted/, {
      text: '早',
    }),
    ...open
      .slice(1)
      .map((seq) => on(seq).does('2026-02-24 10:00', 'supervisor', 'lookBack', verdict)),
    whole.isRefused('2026-02-25 09:30', 'office', 'concludeLookBack', /巡察办/, { text: '完成' }),
    whole.does('2026-02-25 10:00', 'supervisor', 'concludeLookBack', { text: '逐项核验' }),
    whole.looks('2026-02-25 10:30', 'one left'),
    on(1).does('2026-02-25 11:00', 'supervisor', 'lookBack', verdict),
  ];
}

const facts = (settledBefore: number): Story['facts'] => ({
  'it starts its problems once, each where its life begins': ({ look, lines }) => {
    expect(look('before the plan').stage).toBe('planning');
    expect(look('without a plan').stage).toBe('rectifying');
    for (let seq = 1; seq <= settledBefore + 4; seq++)
      expect(lines(seq).filter(({ kind }) => kind === 'begun')).toHaveLength(1);
  },
  'an approved plan reaches every problem that waits for it': ({ look }) => {
    expect(look('plan not approved').stage).toBe('planning');
    for (const seq of [1, 2, 3]) {
      const planned = look(`planned ${seq}`);
      expect(planned).toMatchObject({ stage: 'rectifying', dueOn: '2025-07-21' });
    }
  },
  'plan, reports, period, publicity and rest have the dates of the rules': ({ milestones }) => {
    const three = 'handler departmentHead responsibleLeader';
    const of = (...waits: readonly string[]) => waits.flatMap((wait) => milestones(wait, 0));
    expect(of('plan', 'review')).toEqual([
      '2025-03-03 09:00 plan before-7 approaching office',
      '2025-03-06 10:00 plan blue approaching',
      '2025-03-10 09:00 plan before-3 approaching office responsibleLeader',
    ]);
    expect(of('progress', 'arrears')).toEqual([
      '2025-02-28 09:00 progress before-30 normal handler',
      '2025-03-24 09:00 progress before-7 approaching handler departmentHead',
      `2025-03-28 09:00 progress before-1 approaching ${three}`,
      `2025-03-31 09:00 progress before-0 approaching ${three}`,
      '2025-04-01 00:00 progress red overdue',
      '2025-04-30 09:00 progress before-30 normal handler',
      '2025-05-30 09:00 progress before-30 normal handler',
      '2025-07-01 09:00 progress before-30 normal handler',
      '2025-07-30 09:00 progress before-30 normal handler',
      '2025-04-01 09:00 arrears after-1 overdue handler departmentHead',
      `2025-04-03 09:00 arrears after-3 overdue ${three}`,
    ]);
    expect(of('period', 'report', 'publicity', 'rest', 'lookBack')).toEqual([
      '2025-08-12 00:00 period end normal',
      '2025-08-12 09:00 report before-30 normal office',
      '2025-09-26 00:00 publicity end normal',
      '2026-02-12 00:00 rest end normal',
    ]);
  },
  'a missed report is chased to the owing department only': (told) =>
    expect(chased(told)).toEqual([
      '2025-02-28 daily engineer handler handler2',
      '2025-03-24 daily engineer engineerHead',
      '2025-03-28 daily engineer engineerHead leader leader2',
      '2025-03-31 daily engineer engineerHead leader leader2',
      '2025-04-01 red engineer engineerHead',
      '2025-04-03 red engineer engineerHead leader leader2',
      '2025-04-30 daily engineer handler handler2',
      '2025-05-30 daily engineer handler handler2',
      '2025-07-01 daily engineer handler handler2',
      '2025-07-30 daily engineer',
    ]),
  'a missing report does not keep the others from reporting the next month': ({ look }) => {
    expect(look('one reported').context).toMatchObject({ month: '2025-03', owing: ['工程科'] });
    const chased = { month: '2025-04', arrears: ['工程科'], owing: ['工程科'] };
    expect(look('in arrears').context).toMatchObject(chased);
    expect(look('made up').context).toMatchObject({ ...chased, arrears: [] });
  },
  "statuses are counted at the end of the period's last day": ({ look }) => {
    expect(look('before the end').context).toMatchObject({ periodEnd: null });
    expect(look('at the end').context.periodEnd).toMatchObject({
      counts: {
        completed: settledBefore + 1,
        phaseCompleted: 1,
        inProgress: 1,
        notCompleted: 1,
      },
    });
  },
  'it is closed when all its problems are': ({ look, lines }) => {
    expect(look('one left').context).toMatchObject({ lookedBack: true });
    expect(look('one left').stage).not.toBe('closed');
    expect(lines(0).at(-1)).toMatchObject({ event: 'problemChanged', to: 'closed' });
    expect(lines(0).some(({ event }) => event === 'reply')).toBe(true);
  },
});
