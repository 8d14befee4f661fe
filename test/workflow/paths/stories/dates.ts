/** Dates kept and missed: on time, late with the whole ladder over a holiday week, slow to accept, taken over in mid-life. */
import { approvals, does, isRefused, looks, on, planApproved, type Story } from '../story';

const submit = { text: '已整改到位' };

/**
 * Feedback on Monday 2025-02-10; six months end on Sunday 08-10, moved to Monday 08-11; fifteen working days before it is
 * 07-21. Thirty days before is Saturday 06-21, so Friday 06-20; one day before is Sunday, so with three on Friday 07-18.
 */
export const onTime: Story = {
  name: 'on-time',
  begins: '2025-02-10 10:00',
  problems: [{ kind: 'timeLimited', entry: 'accepting' }],
  moves: [
    does('2025-02-11 10:00', 'head', 'accept'),
    does('2025-02-20 10:00', 'handler', 'plan', { measures: [{ text: '全面清查' }] }),
    looks('2025-02-20 12:00', 'planning'),
    planApproved('2025-03-05 10:00', 'on-time'),
    looks('2025-07-14 09:30', 'a week before'),
    does('2025-07-21 23:30', 'handler', 'submit', submit),
    looks('2025-07-22 08:00', 'under review'),
    ...approvals(['2025-07-22 10:00', '2025-07-23 10:00', '2025-07-24 10:00']),
    looks('2025-07-24 12:00', 'signed off'),
    isRefused('2025-08-01 10:00', 'supervisor', 'lookBack', /not accepted/, { verdict: 'passed' }),
    isRefused('2026-03-02 09:30', 'office', 'lookBack', /巡察办/, { verdict: 'passed' }),
    does('2026-03-02 10:00', 'supervisor', 'lookBack', { verdict: 'passed' }),
    looks('2026-03-02 12:00', 'closed'),
  ],
  facts: {
    'work done in time is reminded of before its date and never after it': ({ milestones }) =>
      expect(milestones()).toEqual([
        '2025-06-20 09:00 work before-30 normal handler',
        '2025-07-14 09:00 work before-7 approaching handler departmentHead',
        '2025-07-18 09:00 work before-1 approaching handler departmentHead responsibleLeader',
        '2025-07-21 09:00 work before-0 approaching handler departmentHead responsibleLeader',
        '2026-02-12 00:00 rest end normal',
      ]),
    'each morning brings one message to each of those it concerns': ({ mornings }) =>
      expect(mornings()).toEqual([
        '2025-06-20 daily handler',
        '2025-07-14 daily handler head',
        '2025-07-18 daily handler head leader',
        '2025-07-21 daily handler head leader',
      ]),
    'the lamp is blue from the morning of the seven-day reminder': ({ look }) =>
      expect(look('a week before')).toMatchObject({ lamp: 'approaching', stage: 'rectifying' }),
    'what is submitted half an hour before 24:00 is on time and its lamp is that of the review': ({
      look,
    }) => {
      expect(look('under review')).toMatchObject({ lamp: 'normal', status: 'inProgress' });
      expect(look('under review').context).toMatchObject({ submission: { onTime: true } });
    },
    'the plan stage waits for the plan of the whole': ({ look }) =>
      expect(look('planning').stage).toBe('planning'),
    'three approvals sign off, a passed look-back closes': ({ look, deeds }) => {
      expect(look('signed off')).toMatchObject({ stage: 'signedOff', status: 'completed' });
      expect(look('closed')).toMatchObject({ stage: 'closed', lamp: 'normal' });
      expect(deeds()).toEqual([
        'head accept',
        'handler plan',
        'rectification/on-time planApproved',
        'handler submit',
        'head approve',
        'leader approve',
        'office approve',
        'supervisor lookBack',
      ]);
    },
  },
};

/**
 * Handed over on Tuesday 2025-09-09; the fifteenth working day is Monday 09-29 (Sunday 09-28 is worked). Holidays from
 * 10-01 to 10-08, Saturday 10-11 is worked: the third working day after is 10-10, the seventh 10-15, which takes the
 * first weekly one (nominally 10-13) with it. A month after 11-03 is 12-03; 2026-01-03 is a holiday, 01-04 a Sunday worked.
 */
export const late: Story = {
  name: 'late',
  begins: '2025-09-09 10:00',
  problems: [{ kind: 'immediate', entry: 'accepting', handedOverOn: '2025-09-09' }],
  moves: [
    does('2025-09-09 11:00', 'head', 'accept'),
    looks('2025-09-29 23:50', 'ten minutes before'),
    looks('2025-09-30 00:10', 'ten minutes after'),
    does('2026-02-04 10:00', 'handler', 'submit', submit),
    looks('2026-02-04 12:00', 'late under review'),
    ...approvals(['2026-02-05 10:00', '2026-02-06 10:00', '2026-02-09 10:00']),
    looks('2026-02-09 12:00', 'signed off'),
  ],
  facts: {
    'late work climbs the whole ladder over a holiday week': ({ milestones }) =>
      expect(milestones('work')).toEqual([
        '2025-09-22 09:00 work before-7 approaching handler departmentHead',
        '2025-09-26 09:00 work before-3 approaching handler departmentHead responsibleLeader',
        '2025-09-28 09:00 work before-1 approaching handler departmentHead responsibleLeader',
        '2025-09-29 09:00 work before-0 approaching handler departmentHead responsibleLeader',
        '2025-09-30 00:00 work red overdue',
        '2025-09-30 09:00 work after-1 overdue handler departmentHead',
        '2025-10-10 09:00 work after-3 overdue handler departmentHead responsibleLeader',
        ...[
          '2025-10-15 09:00 work weekly-1',
          '2025-10-20 09:00 work weekly-2',
          '2025-10-27 09:00 work weekly-3',
          '2025-11-03 09:00 work weekly-4',
          '2025-12-03 09:00 work monthly-1',
          '2026-01-04 09:00 work monthly-2',
          '2026-02-03 09:00 work monthly-3',
        ].map((rung) => `${rung} overdue handler departmentHead responsibleLeader principal`),
      ]),
    'escalation is delivered to the same people, red apart': ({ mornings }) =>
      expect(mornings()).toEqual([
        '2025-09-22 daily handler head',
        '2025-09-26 daily handler head leader',
        '2025-09-28 daily handler head leader',
        '2025-09-29 daily handler head leader',
        '2025-09-30 red handler head',
        '2025-10-10 red handler head leader',
        ...['2025-10-15', '2025-10-20', '2025-10-27', '2025-11-03', '2025-12-03']
          .concat('2026-01-04', '2026-02-03')
          .map((day) => `${day} red handler head leader principal`),
      ]),
    'the lamp turns red at 24:00 and stays red under review': ({ look }) => {
      expect(look('ten minutes before').lamp).toBe('approaching');
      expect(look('ten minutes after').lamp).toBe('overdue');
      expect(look('late under review')).toMatchObject({ lamp: 'overdue', stage: 'reviewing' });
      expect(look('late under review').context).toMatchObject({ submission: { onTime: false } });
      expect(look('signed off')).toMatchObject({ lamp: 'normal', status: 'completed' });
    },
  },
};

/** Assigned on Monday 2025-03-03: accepted by Thursday 03-06. Fifteen working days from handing over end on 03-24. */
export const slowToAccept: Story = {
  name: 'slow-to-accept',
  begins: '2025-03-03 10:00',
  problems: [{ kind: 'immediate', entry: 'accepting', handedOverOn: '2025-03-03' }],
  moves: [
    isRefused('2025-03-20 12:00', 'office', 'accept', /责任部门负责人/),
    looks('2025-03-20 12:00', 'not accepted'),
    does('2025-03-24 10:00', 'head', 'accept', { handlers: ['handler2'] }),
    looks('2025-03-24 12:00', 'accepted'),
    isRefused('2025-03-24 15:00', 'handler', 'submit', /不能办理/, submit),
    does('2025-03-24 16:00', 'handler2', 'submit', submit),
    ...approvals(['2025-03-25 10:00', '2025-03-26 10:00', '2025-03-27 10:00']),
  ],
  facts: {
    'being slow to accept is chased by the ladder of acceptance': ({ milestones, mornings }) => {
      expect(milestones('acceptance')).toEqual([
        '2025-03-06 09:00 acceptance before-0 approaching departmentHead',
        '2025-03-07 00:00 acceptance red overdue',
        '2025-03-07 09:00 acceptance after-1 overdue departmentHead office',
        '2025-03-11 09:00 acceptance after-3 overdue departmentHead office responsibleLeader',
        '2025-03-20 09:00 acceptance weekly-1 overdue departmentHead office responsibleLeader',
      ]);
      expect(mornings()).toEqual([
        '2025-03-06 daily head',
        '2025-03-07 red head office office2',
        '2025-03-11 red head leader office office2',
        '2025-03-20 red head leader office office2',
      ]);
    },
    'the lamp of acceptance ends with it, the work has its own': ({ look, milestones }) => {
      expect(look('not accepted')).toMatchObject({ lamp: 'overdue', stage: 'accepting' });
      expect(look('accepted')).toMatchObject({ lamp: 'approaching', dueOn: '2025-03-24' });
      expect(milestones('work')).toEqual(['2025-03-24 10:00 work blue approaching']);
    },
    'the handler named on accepting is the one who may submit': ({ deeds }) =>
      expect(deeds().slice(0, 2)).toEqual(['head accept', 'handler2 submit']),
  },
};

/** Due on Friday 2025-02-14 and received on Monday 03-03: the last rung past is the first weekly one of 02-28, told to all four. */
export const takenOver: Story = {
  name: 'taken-over',
  begins: '2025-03-03 10:00',
  problems: [1, 2, 3].map(() => ({ entry: 'rectifying' as const, due: '2025-02-14' })),
  moves: [
    looks('2025-03-03 12:00', 'on arrival'),
    ...[1, 2, 3].map((seq) => on(seq).does('2025-03-07 10:00', 'handler', 'submit', submit)),
    ...[1, 2, 3].flatMap((seq) =>
      approvals(['2025-03-07 11:00', '2025-03-07 12:00', '2025-03-07 13:00'], seq),
    ),
  ],
  facts: {
    'dates already past set the lamp at once and send one summary the next morning': ({
      milestones,
      look,
    }) => {
      const all = 'overdue handler departmentHead responsibleLeader principal';
      for (const seq of [1, 2, 3])
        expect(milestones('work', seq)).toEqual([
          '2025-03-03 10:00 work red overdue',
          `2025-03-04 09:00 work summary ${all}`,
          `2025-03-07 09:00 work weekly-2 ${all}`,
        ]);
      expect(look('on arrival').lamp).toBe('overdue');
    },
    'three problems taken over are one message a person, no storm': ({ mornings, messages }) => {
      expect(mornings()).toEqual([
        '2025-03-04 red handler head leader principal',
        '2025-03-07 red handler head leader principal',
      ]);
      for (const { text } of messages) expect(text.match(/情况：/g)).toHaveLength(3);
    },
  },
};

/** Assigned anew on Wednesday 2025-03-05: three working days end on Monday 03-10. */
export const assignedAgain: Story = {
  name: 'assigned-again',
  begins: '2025-03-03 09:30',
  problems: [{ kind: 'timeLimited', entry: 'unassigned', handedOverOn: '2025-03-03' }],
  moves: [
    isRefused('2025-03-03 09:40', 'head', 'assign', /整改办/, { department: '财务科' }),
    isRefused('2025-03-03 09:50', 'office', 'assign', /人员名单/, {
      department: '财务科',
      handlers: ['stranger'],
    }),
    does('2025-03-03 10:00', 'office', 'assign', {
      department: '工程科',
      handlers: ['engineer'],
      departmentHead: 'engineerHead',
      responsibleLeader: 'leader',
      kind: 'immediate',
    }),
    looks('2025-03-03 12:00', 'assigned'),
    does('2025-03-05 10:00', 'office', 'assign', {
      department: '财务科',
      handlers: ['handler'],
      departmentHead: 'head',
      responsibleLeader: 'leader',
    }),
    does('2025-03-10 10:00', 'head', 'accept'),
    looks('2025-03-10 12:00', 'accepted'),
    does('2025-03-11 10:00', 'handler', 'submit', submit),
    ...approvals(['2025-03-11 11:00', '2025-03-11 12:00', '2025-03-11 13:00']),
  ],
  facts: {
    'a kind named on assigning makes it that kind, still to be accepted': ({ look }) => {
      expect(look('assigned')).toMatchObject({ machine: 'immediate', stage: 'accepting' });
      expect(look('accepted')).toMatchObject({ stage: 'rectifying', dueOn: '2025-03-24' });
    },
    'assigning again counts the days of acceptance anew, for those it is assigned to now': ({
      milestones,
      mornings,
    }) => {
      expect(milestones('acceptance')).toEqual([
        '2025-03-10 09:00 acceptance before-0 approaching departmentHead',
      ]);
      expect(mornings()).toEqual(['2025-03-10 daily head']);
    },
  },
};
