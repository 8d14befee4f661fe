import { nobodyActs } from '../../../domain/scenario';
import { opening, type Rehearsal } from '../../../client/rehearse';
import { peopleByRole } from './cases/files';
import { on } from './cases/steps';
import { oneProblem, sample, scenarioOf, until } from './unit';

const rows = ({ timetable }: Rehearsal, ...kinds: readonly string[]): readonly string[] =>
  timetable
    .filter(({ kind, problem }) => kinds.includes(kind) && problem !== null)
    .map(({ at, to, why }) => `${at} ${to.map(({ id }) => id).join(',')} ${why}`);

describe('when nobody does anything', () => {
  test('an accepted date is chased up to the responsible leader, then weekly and monthly', () => {
    const rehearsal = until('2026-05-31', oneProblem({ entry: 'accepting' }), nobodyActs);
    expect(rows(rehearsal, 'reminder')).toEqual([
      '2026-03-05 09:00 wang-qiang 领办时限今日截止（2026-03-05）',
      '2026-03-06 09:00 wang-qiang,liu-haiyan,he-jing 已逾期1个工作日（领办时限2026-03-05）',
      '2026-03-10 09:00 wang-qiang,liu-haiyan,he-jing,chen-lixin 已逾期3个工作日（领办时限2026-03-05）',
      expect.stringMatching(/^2026-03-19 09:00 .*每周第1次督促/),
      expect.stringMatching(/^2026-03-26 09:00 .*每周第2次督促/),
      expect.stringMatching(/^2026-04-02 09:00 .*每周第3次督促/),
      expect.stringMatching(/^2026-04-09 09:00 .*每周第4次督促/),
      expect.stringMatching(/^2026-05-09 09:00 .*每月第1次督促/),
    ]);
  });

  test('a problem that is not assigned is nobody’s: no reminder names it', () => {
    const rehearsal = until('2027-03-02', oneProblem({ entry: 'unassigned' }), nobodyActs);
    expect(rows(rehearsal, 'reminder')).toEqual([]);
    expect(rehearsal.problems).toMatchObject([{ stage: 'unassigned', status: 'notCompleted' }]);
  });

  test('the period ends and prints what is open as not completed', () => {
    const rehearsal = until('2026-09-02', sample, nobodyActs);
    expect(rehearsal.rectification.atPeriodEnd).toEqual({
      completed: 0,
      phaseCompleted: 0,
      inProgress: 0,
      notCompleted: 12,
    });
  });
});

describe('what falls on one morning', () => {
  test('is one message a person, a minute later, red apart', () => {
    const { messages } = until('2026-03-06', sample, nobodyActs);
    const ofThatMorning = messages.filter(({ at }) => at === '2026-03-06 09:01');
    const keys = ofThatMorning.map(({ digest }) => digest.key);
    expect(new Set(keys).size).toBe(keys.length);
    const office = ofThatMorning.filter(({ digest }) => digest.person.id === 'he-jing');
    expect(office).toMatchObject([{ digest: { red: true } }]);
    expect(office[0]?.digest.items).toHaveLength(12);
  });
});

describe('what people do', () => {
  const accept = on('2026-03-04', { problems: {}, event: '领办', by: 'departmentHead' });

  test('ends the acceptance and begins the work, on the day it is done', () => {
    const rehearsal = until('2026-03-04', oneProblem({ kind: 'immediate' }), scenarioOf(accept));
    expect(rows(rehearsal, 'decision', 'deadline')).toEqual([
      expect.stringMatching(/^2026-03-02 10:00 {2}领办时限 2026-03-05/),
      '2026-03-04 10:00 wang-qiang 领办',
      expect.stringMatching(/^2026-03-04 10:00 {2}整改时限 2026-03-23/),
    ]);
  });

  test('may file evidence by its name: nothing is read', () => {
    const fields = { text: '已清理', evidence: ['现场照片.jpg'] };
    const reporting = on('2026-03-05', { problems: {}, event: 'report', by: 'handler', fields });
    const rehearsal = until('2026-03-05', oneProblem({}), scenarioOf(accept, reporting));
    const line = rehearsal.journals
      .get('problem/sample/1')
      ?.find(({ event }) => event === 'report');
    const sha256 = '0'.repeat(64);
    expect(line).toMatchObject({
      kind: 'accepted',
      fields: { evidence: [{ sha256, name: '现场照片.jpg', size: 1 }] },
    });
  });

  test('is refused in words, and leaves no trace in the journal', () => {
    const early = on('2026-03-03', {
      problems: {},
      event: 'submit',
      by: 'handler',
      fields: { text: '已整改' },
    });
    const rehearsal = until('2026-03-03', oneProblem({}), scenarioOf(early));
    expect(rows(rehearsal, 'refusal')).toEqual([
      expect.stringMatching(/^2026-03-03 10:00 .*报送完成：/),
    ]);
    const journal = rehearsal.journals.get('problem/sample/1') ?? [];
    expect(journal.some(({ event }) => event === 'submit')).toBe(false);
  });

  test('a step for whose role nobody is there is refused', () => {
    const reviews = on('2026-03-03', { problems: {}, event: 'approve', by: 'reviewer' });
    const rehearsal = until('2026-03-03', oneProblem({}), scenarioOf(reviews));
    expect(rows(rehearsal, 'refusal')).toEqual(['2026-03-03 10:00  审核通过：没有可以办理的人']);
  });

  test('a selection finds problems as they stand at that instant', () => {
    const submit = on('2026-03-16', {
      problems: { kind: 'immediate', stage: 'rectifying' },
      event: 'submit',
      by: 'handler',
      fields: { text: '已整改' },
    });
    const { commands } = until('2026-03-16', sample, scenarioOf(submit, accept));
    const sent = commands.filter(({ event }) => event.type === 'submit');
    expect(sent.map(({ workflow }) => workflow)).toEqual([
      'problem/sample/6',
      'problem/sample/7',
      'problem/sample/10',
      'problem/sample/11',
    ]);
  });

  test('steps before the feedback is received come as it is, steps after the end not at all', () => {
    const late = { ...accept, at: '2026-03-05T02:00:00.000Z' };
    const early = { ...accept, at: '2026-01-05T02:00:00.000Z' };
    const { commands } = until('2026-03-04', oneProblem({}), scenarioOf(late, early));
    expect(commands.map(({ at, event }) => `${at} ${event.type}`)).toEqual([
      '2026-03-02T02:00:00.000Z addProblems',
      '2026-03-02T02:00:00.000Z accept',
    ]);
  });
});

test('an opening assigns what names no department, so that the work is chased from its first reminder', () => {
  const reception = {
    ...oneProblem({ entry: 'unassigned', kind: 'immediate' }),
    people: peopleByRole,
  };
  const unnamed = { department: null, assisting: [], handlers: [] };
  const problems = reception.problems.map((problem) => ({
    ...problem,
    assignment: { ...unnamed, departmentHead: null, responsibleLeader: null },
  }));
  const steps = opening('2026-03-02');
  const rehearsal = until('2026-03-26', { ...reception, problems }, scenarioOf(...steps));
  expect(rows(rehearsal, 'reminder', 'refusal')).toEqual([
    '2026-03-16 09:00 handler,head 距整改时限还有7天（2026-03-23）',
    '2026-03-20 09:00 handler,head,leader 距整改时限还有3天（2026-03-23）；与前3天、前1天的提醒合为一次',
    '2026-03-23 09:00 handler,head,leader 整改时限今日截止（2026-03-23）',
    '2026-03-24 09:00 handler,head 已逾期1个工作日（整改时限2026-03-23）',
    '2026-03-26 09:00 handler,head,leader 已逾期3个工作日（整改时限2026-03-23）',
  ]);
});

test('nobody of the office is an error that says so', () => {
  expect(() => until('2026-03-03', { ...sample, people: [] }, nobodyActs)).toThrow('没有整改办');
});
