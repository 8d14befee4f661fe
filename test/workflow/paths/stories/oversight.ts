/** Beside the work: measures with dates of their own, urging, merging, withdrawing, sub-findings, reassigning. */
import type { ReceivedMeasure } from '../../../../domain/reception';
import { people, person } from '../../cast';
import { approvals, does, isRefused, looks, on, signals, type Story } from '../story';

const submit = { text: '已整改到位' };

const measure = (
  ordinal: number,
  due: string,
  department: string | null = null,
): ReceivedMeasure => ({
  ordinal,
  text: `措施${ordinal}`,
  department,
  due,
  recurrence: null,
  done: false,
});

/** Measures 1 and 3 are due on Friday 2025-06-13, 3 by another department; 2 on 06-20. The problem itself is due on 09-30. */
export const measured: Story = {
  name: 'measured',
  begins: '2025-06-03 10:00',
  problems: [
    {
      entry: 'rectifying',
      due: '2025-09-30',
      measures: [
        measure(1, '2025-06-13'),
        measure(2, '2025-06-20'),
        measure(3, '2025-06-13', '工程科'),
      ],
    },
  ],
  moves: [
    does('2025-06-10 15:00', 'handler', 'completeMeasure', { ordinal: 2 }),
    isRefused('2025-06-10 16:00', 'handler', 'completeMeasure', /没有这项措施/, { ordinal: 2 }),
    isRefused('2025-06-10 17:00', 'handler', 'completeMeasure', /没有这项措施/, { ordinal: 9 }),
    looks('2025-06-13 23:00', 'on the day'),
    looks('2025-06-14 12:00', 'late'),
    isRefused('2025-06-16 11:00', 'engineer', 'completeMeasure', /不能办理/, { ordinal: 1 }),
    does('2025-06-16 12:00', 'engineer', 'completeMeasure', { ordinal: 3 }),
    looks('2025-06-16 13:00', 'one still late'),
    does('2025-06-18 12:00', 'handler', 'completeMeasure', { ordinal: 1 }),
    looks('2025-06-18 13:00', 'all done'),
    does('2025-06-19 10:00', 'office', 'flag', { reason: '佐证不全' }),
    looks('2025-06-19 12:00', 'flagged'),
    does('2025-06-19 13:00', 'office', 'unflag', { reason: '已补' }),
    looks('2025-06-19 14:00', 'unflagged'),
    does('2025-06-20 10:00', 'handler', 'submit', submit),
    ...approvals(['2025-06-20 11:00', '2025-06-20 12:00', '2025-06-20 13:00']),
  ],
  facts: {
    'measures with dates of their own have their own reminders, those done are silent': ({
      milestones,
    }) => {
      const twice = (line: string): readonly string[] => [line, line];
      const three = 'handler departmentHead responsibleLeader';
      expect(milestones('measure')).toEqual([
        ...twice('2025-06-06 09:00 measure before-7 approaching handler departmentHead'),
        ...twice(`2025-06-10 09:00 measure before-3 approaching ${three}`),
        ...twice(`2025-06-12 09:00 measure before-1 approaching ${three}`),
        ...twice(`2025-06-13 09:00 measure before-0 approaching ${three}`),
        ...twice('2025-06-14 00:00 measure red behind'),
        ...twice('2025-06-16 09:00 measure after-1 behind handler departmentHead'),
        `2025-06-18 09:00 measure after-3 behind ${three}`,
      ]);
    },
    "a measure's own department is reminded of it, in the same digest and not in red": ({
      mornings,
    }) =>
      expect(mornings()).toEqual([
        '2025-06-06 daily engineer engineerHead handler head',
        '2025-06-10 daily engineer engineerHead handler head leader',
        '2025-06-12 daily engineer engineerHead handler head leader',
        '2025-06-13 daily engineer engineerHead handler head leader',
        '2025-06-16 daily engineer engineerHead handler head',
        '2025-06-18 daily handler head leader',
      ]),
    'a late measure is yellow until it is done': ({ look }) => {
      expect(look('on the day').lamp).toBe('normal');
      expect(look('late').lamp).toBe('behind');
      expect(look('one still late').lamp).toBe('behind');
      expect(look('all done').lamp).toBe('normal');
    },
    'a flag by the office is yellow until it is taken back': ({ look }) => {
      expect(look('flagged').lamp).toBe('behind');
      expect(look('unflagged').lamp).toBe('normal');
    },
  },
};

/** Urged on Monday 2025-05-12 with a last date of Friday 05-16; the problem itself is due on 09-30. */
export const urged: Story = {
  name: 'urged',
  begins: '2025-05-06 10:00',
  problems: [{ entry: 'rectifying', due: '2025-09-30' }],
  moves: [
    isRefused('2025-05-12 09:30', 'handler', 'urge', /督办须由/, {
      text: '抓紧',
      due: '2025-05-16',
    }),
    isRefused('2025-05-12 09:40', 'supervisor', 'urge', /不能早于今天/, {
      text: '抓紧',
      due: '2025-05-11',
    }),
    does('2025-05-12 10:00', 'supervisor', 'urge', { text: '抓紧', due: '2025-05-16' }),
    looks('2025-05-27 12:00', 'not acknowledged'),
    isRefused('2025-05-28 09:30', 'office', 'acknowledge', /签收督办/),
    does('2025-05-28 10:00', 'head', 'acknowledge', { text: '已部署' }),
    looks('2025-05-28 12:00', 'acknowledged'),
    isRefused('2025-05-28 14:00', 'head', 'acknowledge', /not accepted/),
    does('2025-06-03 10:00', 'leader', 'urge', { text: '再抓紧', due: '2025-06-10' }),
    does('2025-06-04 10:00', 'handler', 'acknowledge'),
    does('2025-06-11 10:00', 'handler', 'submit', submit),
    ...approvals(['2025-06-11 11:00', '2025-06-11 12:00', '2025-06-11 13:00']),
  ],
  facts: {
    'an urge that nobody acknowledges climbs the ladder and is red': ({ milestones, look }) => {
      const three = 'handler departmentHead responsibleLeader';
      expect(milestones('urge')).toEqual([
        '2025-05-12 10:00 urge blue approaching',
        `2025-05-13 09:00 urge before-3 approaching ${three}`,
        `2025-05-15 09:00 urge before-1 approaching ${three}`,
        `2025-05-16 09:00 urge before-0 approaching ${three}`,
        '2025-05-17 00:00 urge red overdue',
        '2025-05-19 09:00 urge after-1 overdue handler departmentHead',
        `2025-05-21 09:00 urge after-3 overdue ${three}`,
        `2025-05-27 09:00 urge after-7 overdue ${three} principal`,
        '2025-06-03 10:00 urge blue approaching',
      ]);
      expect(look('not acknowledged')).toMatchObject({ lamp: 'overdue', stage: 'rectifying' });
    },
    'an acknowledged urge is silent and its lamp goes out': ({ look, mornings }) => {
      expect(look('acknowledged').lamp).toBe('normal');
      expect(look('acknowledged').context).toMatchObject({ urge: null });
      expect(mornings().at(-1)).toBe('2025-05-27 red handler head leader principal');
    },
  },
};

export const ended: Story = {
  name: 'ended',
  begins: '2025-05-06 10:00',
  problems: [
    { entry: 'rectifying', due: '2025-05-30' },
    { entry: 'rectifying', due: '2025-05-30' },
    {
      entry: 'rectifying',
      due: '2025-05-30',
      subFindings: ['未入账', '未盘点'].map((text) => ({ text, outcome: null })),
    },
    { entry: 'rectifying', due: '2025-05-30' },
  ],
  moves: [
    isRefused('2025-05-07 10:00', 'office', 'merge', /不能并入自己/, { reason: '重复', into: 1 }),
    isRefused('2025-05-07 10:10', 'head', 'merge', /整改办/, { reason: '重复', into: 2 }),
    does('2025-05-07 11:00', 'office', 'merge', { reason: '重复', into: 2 }),
    looks('2025-05-07 12:00', 'merged'),
    on(2).does('2025-05-07 11:00', 'supervisor', 'withdraw', { reason: '认定有误' }),
    on(2).looks('2025-05-07 12:00', 'withdrawn'),
    on(3).isRefused('2025-05-07 10:00', 'office', 'settleSubFinding', /没有这项具体表现/, {
      number: 3,
      outcome: 'rectified',
    }),
    on(3).isRefused('2025-05-07 10:10', 'office', 'settleSubFinding', /巡察办/, {
      number: 2,
      outcome: 'withdrawn',
    }),
    on(3).does('2025-05-07 11:00', 'office', 'settleSubFinding', {
      number: 1,
      outcome: 'rectified',
    }),
    on(3).does('2025-05-07 12:00', 'supervisor', 'settleSubFinding', {
      number: 2,
      outcome: 'withdrawn',
    }),
    on(3).looks('2025-05-07 13:00', 'settled'),
    on(3).does('2025-05-07 14:00', 'supervisor', 'spotCheck', { text: '已核' }),
    on(3).does('2025-05-07 15:00', 'supervisor', 'withdraw', { reason: '到此为止' }),
    on(4).isRefused('2025-05-07 09:30', 'office', 'reassign', /不在该岗位/, {
      role: 'handler',
      from: 'engineer',
      to: 'handler2',
    }),
    on(4).does('2025-05-07 10:00', 'office', 'reassign', {
      role: 'handler',
      from: 'handler',
      to: 'handler2',
    }),
    on(4).isRefused('2025-05-07 11:00', 'handler', 'submit', /不能办理/, submit),
    on(4).does('2025-05-27 10:00', 'handler2', 'submit', submit),
    on(4).does('2025-05-27 11:00', 'office', 'reassign', { role: 'departmentHead', to: 'head2' }),
    on(4).isRefused('2025-05-27 12:00', 'head', 'approve', /吴科/),
    on(4).does('2025-05-27 13:00', 'head2', 'approve'),
    on(4).does('2025-05-27 14:00', 'leader', 'approve'),
    on(4).does('2025-05-27 15:00', 'office', 'approve'),
  ],
  facts: {
    'merged into another it is closed and says where it went': ({ look, milestones }) => {
      expect(look('merged')).toMatchObject({ stage: 'closed', lamp: 'normal' });
      expect(look('merged').context).toMatchObject({ outcome: 'merged', mergedInto: 2 });
      expect(milestones()).toEqual([]);
    },
    'withdrawn it is closed and nothing more is sent': ({ look, milestones }) => {
      expect(look('withdrawn')).toMatchObject({ stage: 'closed', lamp: 'normal' });
      expect(look('withdrawn').context).toMatchObject({ outcome: 'withdrawn' });
      expect(milestones(undefined, 2)).toEqual([]);
    },
    'sub-findings have outcomes of their own': ({ look }) =>
      expect(look('settled').context).toMatchObject({
        subFindings: [{ outcome: 'rectified' }, { outcome: 'withdrawn' }],
        outcome: null,
      }),
    'whom work is given to is reminded of it, and reviews': ({ mornings, deeds }) => {
      expect(mornings()).toEqual([
        '2025-05-23 daily handler2 head',
        '2025-05-27 daily handler2 head leader',
      ]);
      expect(deeds(4)).toContain('head2 approve');
    },
  },
};

/** A unit so small that the office cannot be replaced: one office person, no deputies, no principal. */
export const shortOfPeople: Story = {
  name: 'short-of-people',
  begins: '2025-05-06 10:00',
  people: [
    ...people
      .filter(({ id }) => ['head', 'leader', 'handler', 'supervisor'].includes(id))
      .map((one) => ({ ...one, deputies: [] })),
    person('office', '何静', ['office']),
  ],
  problems: [{ entry: 'rectifying', due: '2025-06-30' }],
  moves: [
    isRefused('2025-05-07 10:00', 'office', 'reassign', /人员名单/, {
      role: 'handler',
      to: 'gone',
    }),
    isRefused('2025-05-07 11:00', 'head', 'reassign', /整改办/, { role: 'handler', to: 'head' }),
    isRefused('2025-05-07 12:00', 'office', 'reassign', /无人可审/, {
      role: 'handler',
      to: 'office',
    }),
    signals('2025-05-07 13:00', 'reassign', {
      id: 'by-signal',
      by: 'office',
      role: 'handler',
      to: 'office',
    }),
    looks('2025-05-07 14:00', 'unchanged'),
    does('2025-05-07 15:00', 'supervisor', 'withdraw', { reason: '到此为止' }),
  ],
  facts: {
    'nobody is given work whose review would be left to nobody': ({ look }) =>
      expect(look('unchanged').context).toMatchObject({ assignment: { handlers: ['handler'] } }),
    'a refusal that came as a signal is a line of the journal with its reason': ({ lines }) =>
      expect(lines().find(({ cause }) => cause === 'by-signal')).toMatchObject({
        kind: 'refused',
        event: 'reassign',
        by: { decidedBy: 'office' },
        reason: expect.stringContaining('无人可审') as string,
      }),
  },
};
