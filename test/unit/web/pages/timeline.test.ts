import { realTime } from '../../../../domain/plan-clock';
import type { JournalLine } from '../../../../ledger';
import { datesOf } from '../../../../web/pages/problem/dates';
import { timelineOf } from '../../../../web/pages/problem/timeline';
import { problem } from '../forms/given-about';
import { people } from '../given';

const file = { sha256: 'a'.repeat(64), name: '制度.pdf', size: 8 };

const line = (sequence: number, more: object): JournalLine => ({
  ...{ sequence, at: '2026-11-23T01:00:00.000Z', kind: 'accepted', event: 'report', fields: {} },
  ...{ by: null, shown: { stage: 'rectifying', lamp: 'normal' }, reason: null },
  ...more,
});

const own = (person: string, recorder = person) => ({ decidedBy: person, recordedBy: recorder });

const lines: readonly JournalLine[] = [
  line(1, { kind: 'begun', event: 'begin', shown: { stage: 'unassigned', lamp: 'normal' } }),
  line(2, { event: 'assign', by: own('he-jing') }),
  line(3, {
    ...{ kind: 'outcome', event: 'schedule' },
    fields: {
      wait: 'work',
      dueOn: '2026-12-31',
      because: ['自反馈之日起3个月'],
      provisional: true,
    },
  }),
  line(4, { event: 'report', by: own('zhang-wei'), fields: { text: '已核8笔', evidence: [file] } }),
  {
    ...{
      workflow: 'problem/water/3',
      command: 'c',
      at: '2026-11-23T02:00:00.000Z',
      kind: 'refused',
    },
    ...{ event: 'approve', fields: {}, by: own('zhang-wei'), reason: '须由刘海燕审核' },
  },
  line(5, {
    event: 'approve',
    by: own('liu-haiyan', 'he-jing'),
    shown: { stage: 'closed', lamp: 'overdue' },
  }),
];

const telling = { people, clock: realTime, language: 'zh', all: false } as const;

test('a timeline tells the newest first: when, what, who, where it led and what was written', () => {
  const [last, refused, report, assign] = timelineOf(lines, telling);
  expect(last).toMatchObject({
    title: '审核通过',
    who: '刘海燕（何静代录）',
    stage: '已办结',
    lamp: 'overdue',
  });
  expect(refused).toMatchObject({
    isRefused: true,
    title: '未接受 审核通过',
    said: ['须由刘海燕审核'],
    sequence: null,
  });
  expect(report).toMatchObject({
    at: '2026-11-23 09:00',
    who: '张伟',
    said: ['已核8笔'],
    files: [file],
    stage: null,
  });
  expect(assign).toMatchObject({ title: '分办', stage: '整改中', lamp: null });
});

test('the system’s own steps are told on request', () => {
  expect(timelineOf(lines, telling)).toHaveLength(5);
  expect(timelineOf(lines, { ...telling, all: true }).map(({ title }) => title)).toContain(
    '办成 推算时限',
  );
});

test('a date is explained by what worked it out last, while it is waited for', () => {
  const dates = datesOf(problem(), lines);
  expect(dates).toEqual([
    { wait: 'work', on: '2026-12-31', because: ['自反馈之日起3个月'], provisional: true },
  ]);
  expect(datesOf(problem({ stage: 'closed' }), lines)).toEqual([]);
  expect(datesOf(problem({ stage: 'reviewing' }), lines)).toEqual([]);
});
