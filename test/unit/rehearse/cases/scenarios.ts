/** What the three reports say happened, as scenarios: from the statuses they declare, on dates within their own. */
import { dueOn } from '../../../../domain/due';
import { dueRules } from '../../../../domain/due-rules';
import { instantOf } from '../../../../domain/plain-date';
import type { Scenario, ScenarioStep } from '../../../../domain/scenario';
import type { Instant, Kind, PlainDate } from '../../../../domain/words';
import { calendar, type Case, type Truth } from './files';
import { monthlyReports, on, opening, reviewed } from './steps';

export interface Staged {
  readonly scenario: Scenario;
  readonly until: Instant;
}

const departments = ['办公室', '业务科'] as const;

const departmentOf = (seq: number): string => departments[seq % 2] ?? departments[0];

/** 26 signed off and 27 with a phase result before the six months are over. */
export function scenario003({ truth }: Case): Staged {
  const all = seqsOf(truth, () => true);
  const steps: ScenarioStep[] = [
    ...assigned('2021-06-30', truth, (problem) =>
      problem.status === 'phaseCompleted' ? 'longTerm' : (problem.kind ?? 'timeLimited'),
    ),
    ...opening({
      accepted: '2021-07-02',
      planned: '2021-07-20',
      approved: '2021-07-23',
    }),
    ...monthlyReports(['2021-07-29', '2021-08-30', '2021-09-28'], departments),
    on('2021-10-11', {
      problems: { seqs: all },
      event: 'submit',
      by: 'handler',
      fields: { text: '已整改' },
    }),
    ...reviewed({ seqs: all }, ['2021-10-12', '2021-10-14', '2021-10-18']),
  ];
  return { scenario: { name: '003', steps }, until: instantOf('2022-01-10', '12:00') };
}

/** 16 signed off within the three months; the other 7 go on after the period, with the dates the report states. */
export function scenario000({ truth, reception }: Case): Staged {
  const done = seqsOf(truth, ({ status }) => status === 'completed');
  const left = truth.problems.filter(({ status }) => status === 'notCompleted');
  const rules = dueRules(reception.policy);
  const workDue = dueOn(rules.timeLimited(reception.feedbackOn), calendar).dueOn;
  const steps: ScenarioStep[] = [
    ...assigned('2023-01-13', truth, ({ kind }) => kind ?? 'timeLimited', workDue),
    ...opening({
      accepted: '2023-01-16',
      planned: '2023-02-06',
      approved: '2023-02-08',
    }),
    ...monthlyReports(['2023-02-27', '2023-03-30'], departments),
    on('2023-02-01', {
      problems: { kind: 'immediate', stage: 'rectifying' },
      event: 'submit',
      by: 'handler',
      fields: { text: '已立行立改' },
    }),
    ...reviewed({ kind: 'immediate', stage: 'reviewing' }, [
      '2023-02-02',
      '2023-02-03',
      '2023-02-06',
    ]),
    on('2023-03-20', {
      problems: { seqs: done, stage: 'rectifying' },
      event: 'submit',
      by: 'handler',
      fields: { text: '已整改' },
    }),
    ...reviewed({ seqs: done, stage: 'reviewing' }, ['2023-03-21', '2023-03-22', '2023-03-23']),
    ...left.flatMap(({ seq, deadlineResolved }) =>
      carriedOver(seq, deadlineResolved ?? '2023-10-31'),
    ),
    ...monthlyReports(['2023-04-27', '2023-05-30'], departments),
    on('2023-05-22', finishing(left, '2023-05-31')),
    ...reviewed({ stage: 'reviewing' }, ['2023-05-23', '2023-05-24', '2023-05-25']),
  ];
  return { scenario: { name: '000', steps }, until: instantOf('2023-07-20', '12:00') };
}

/** All 23 worked through under the older two months, the one that waits for the year's end too. */
export function scenario004({ truth }: Case): Staged {
  const late = seqsOf(truth, ({ deadlineResolved }) => deadlineResolved !== null);
  const inTime = seqsOf(truth, ({ deadlineResolved }) => deadlineResolved === null);
  const steps: ScenarioStep[] = [
    ...assigned('2020-04-15', truth, ({ kind }) => kind ?? 'timeLimited'),
    ...opening({
      accepted: '2020-04-16',
      planned: '2020-04-24',
      approved: '2020-04-26',
    }),
    on('2020-04-30', {
      problems: { kind: 'immediate' },
      event: 'submit',
      by: 'handler',
      fields: { text: '已立行立改' },
    }),
    ...reviewed({ kind: 'immediate' }, ['2020-05-06', '2020-05-07', '2020-05-08']),
    on('2020-05-25', {
      problems: { seqs: inTime, stage: 'rectifying' },
      event: 'submit',
      by: 'handler',
      fields: { text: '已整改' },
    }),
    ...reviewed({ seqs: inTime, stage: 'reviewing' }, ['2020-05-26', '2020-05-27', '2020-05-28']),
    // Only one problem goes on: its department reports each month.
    ...monthlyReports(
      ['2020-05-28', '2020-06-28', '2020-07-30', '2020-08-28', '2020-09-28', '2020-10-29'],
      [departmentOf(late[0] ?? 0)],
    ),
    on('2020-12-14', {
      problems: { seqs: late },
      event: 'submit',
      by: 'handler',
      fields: { text: '已整改' },
    }),
    ...reviewed({ seqs: late }, ['2020-12-15', '2020-12-16', '2020-12-17']),
  ];
  return { scenario: { name: '004', steps }, until: instantOf('2020-12-31', '12:00') };
}

function seqsOf(truth: Truth, which: (problem: Truth['problems'][number]) => boolean): number[] {
  return truth.problems.filter(which).map(({ seq }) => seq);
}

/** The office assigns each problem to its department; dates the report states for later are not those of the period. */
function assigned(
  day: PlainDate,
  truth: Truth,
  kindOf: (problem: Truth['problems'][number]) => Kind,
  workDue?: PlainDate,
): readonly ScenarioStep[] {
  return truth.problems.map((problem) => {
    const later = workDue !== undefined && problem.status === 'notCompleted';
    return on(day, {
      problems: { seqs: [problem.seq] },
      event: 'assign',
      by: 'office',
      fields: {
        department: departmentOf(problem.seq),
        kind: kindOf(problem),
        ...(later ? { due: workDue } : {}),
      },
    });
  });
}

/** Asked for by the department head after the date, granted by the leader and the office. */
function carriedOver(seq: number, due: PlainDate): readonly ScenarioStep[] {
  const problems = { seqs: [seq] };
  return [
    on('2023-04-13', {
      problems,
      event: 'requestCarryOver',
      by: 'departmentHead',
      fields: { reason: '集中整改期内未完成', due },
    }),
    on('2023-04-14', { problems, event: 'approveCarryOver', by: 'reviewer' }),
    on('2023-04-17', { problems, event: 'approveCarryOver', by: 'reviewer' }),
  ];
}

function finishing(left: Truth['problems'], due: PlainDate) {
  return {
    problems: { seqs: left.flatMap((each) => (each.deadlineResolved === due ? [each.seq] : [])) },
    event: 'submit',
    by: 'handler',
    fields: { text: '已整改' },
  } as const;
}
