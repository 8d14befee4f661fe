/** After sign-off: returned by the supervisor, relapses, reopened when closed; upkeep in its cycles. */
import { approvals, does, isRefused, looks, reopens, type Story } from '../story';

const submit = { text: '已整改到位' };

/**
 * Handed over on Monday 2025-03-03, due on 03-24. Returned on 04-01: five working days over the holiday of 04-04 end on
 * 04-09. Relapses: from 06-09 fifteen working days end on 06-30, from 2026-03-02 on 03-23, from 2026-10-12 on 11-02.
 * The look-back opens on 2026-02-11; that of the third round six months after its own sign-off of 03-17.
 */
export const relapsed: Story = {
  name: 'relapsed',
  begins: '2025-03-03 10:00',
  problems: [{ kind: 'immediate', entry: 'accepting', handedOverOn: '2025-03-03' }],
  moves: [
    does('2025-03-03 11:00', 'head', 'accept'),
    does('2025-03-17 10:00', 'handler', 'submit', submit),
    ...approvals(['2025-03-18 10:00', '2025-03-19 10:00', '2025-03-20 10:00']),
    isRefused('2025-04-01 09:30', 'office', 'return', /巡察办/, { reason: '抽查不实' }),
    does('2025-04-01 10:00', 'supervisor', 'return', { reason: '抽查不实' }),
    looks('2025-04-01 12:00', 'returned'),
    does('2025-04-08 10:00', 'handler', 'submit', submit),
    ...approvals(['2025-04-10 10:00', '2025-04-10 11:00', '2025-04-10 12:00']),
    looks('2025-04-10 14:00', 'signed off again'),
    isRefused('2025-06-09 09:30', 'handler', 'relapse', /巡察办/, { reason: '问题反弹' }),
    does('2025-06-09 10:00', 'office', 'relapse', { reason: '问题反弹' }),
    looks('2025-06-09 12:00', 'second round'),
    does('2025-06-20 10:00', 'handler', 'submit', submit),
    ...approvals(['2025-06-20 11:00', '2025-06-20 12:00', '2025-06-20 13:00']),
    does('2026-03-02 10:00', 'supervisor', 'lookBack', { verdict: 'relapsed' }),
    looks('2026-03-02 12:00', 'third round'),
    does('2026-03-17 10:00', 'handler', 'submit', submit),
    ...approvals(['2026-03-17 11:00', '2026-03-17 12:00', '2026-03-17 13:00']),
    does('2026-09-18 10:00', 'supervisor', 'lookBack', { verdict: 'passed' }),
    looks('2026-09-18 12:00', 'closed'),
    reopens('2026-10-12 10:00', 'supervisor', { reason: '再次反弹' }),
    looks('2026-10-12 12:00', 'reopened'),
    does('2026-10-27 10:00', 'handler', 'submit', submit),
    ...approvals(['2026-10-27 11:00', '2026-10-27 12:00', '2026-10-27 13:00']),
    looks('2026-10-27 14:00', 'signed off at last'),
  ],
  facts: {
    'the supervisor returns even after sign-off, yellow and with a new date': ({ look }) => {
      const back = { stage: 'rectifying', lamp: 'behind', status: 'inProgress' };
      expect(look('returned')).toMatchObject({ ...back, dueOn: '2025-04-09' });
      expect(look('returned').context).toMatchObject({ outcome: null, signedOff: null });
      expect(look('signed off again')).toMatchObject({ stage: 'signedOff', lamp: 'normal' });
    },
    'a relapse, recorded or found when looking back, starts a round with a date of its own': ({
      look,
    }) => {
      const again = { stage: 'rectifying', lamp: 'behind', status: 'inProgress' };
      expect(look('second round')).toMatchObject({ ...again, dueOn: '2025-06-30' });
      expect(look('second round').context).toMatchObject({ round: 2 });
      expect(look('third round')).toMatchObject({ ...again, dueOn: '2026-03-23' });
      expect(look('third round').context).toMatchObject({ round: 3, behind: '问题反弹' });
    },
    'a closed problem is reopened under the same id with the next round': ({ look, lines }) => {
      expect(look('closed')).toMatchObject({ stage: 'closed', status: 'completed' });
      const again = { stage: 'rectifying', lamp: 'behind', dueOn: '2026-11-02' };
      expect(look('reopened')).toMatchObject(again);
      expect(look('reopened').context).toMatchObject({ round: 4, outcome: null });
      expect(lines().filter(({ kind }) => kind === 'begun')).toHaveLength(2);
      expect(look('signed off at last').stage).toBe('signedOff');
    },
    'each round is reminded of its own date, the rest between is silent': ({ milestones }) =>
      expect(milestones()).toEqual([
        '2025-03-17 09:00 work before-7 approaching handler departmentHead',
        '2025-04-02 09:00 work before-7 approaching handler departmentHead',
        '2025-04-03 09:00 work before-3 approaching handler departmentHead responsibleLeader',
        '2025-04-08 09:00 work before-1 approaching handler departmentHead responsibleLeader',
        '2026-02-12 00:00 rest end normal',
        '2026-03-16 09:00 work before-7 approaching handler departmentHead',
        '2026-09-18 00:00 rest end normal',
        '2026-09-18 09:00 lookBack before-30 normal',
        '2026-10-26 09:00 work before-7 approaching handler departmentHead',
      ]),
  },
};

/**
 * Its phase result is due on 2025-07-21. The first cycle is due on Wednesday 2026-01-21 (three days before is a Sunday, so
 * Friday 01-16; the third working day after is 01-26), the second on 2026-07-21 whatever became of the first; thirty days
 * before that is in the holidays of 06-19 to 06-21, so 06-18.
 */
export const upkeep: Story = {
  name: 'upkeep',
  begins: '2025-07-01 10:00',
  problems: [{ kind: 'longTerm', entry: 'rectifying' }],
  moves: [
    does('2025-07-10 10:00', 'handler', 'submit', submit),
    ...approvals(['2025-07-11 10:00', '2025-07-14 10:00', '2025-07-15 10:00']),
    looks('2025-07-15 12:00', 'phase result'),
    looks('2026-01-26 12:00', 'missed'),
    does('2026-01-27 10:00', 'handler', 'reportUpkeep', { text: '半年巩固情况' }),
    isRefused('2026-01-27 12:00', 'handler', 'acceptUpkeep', /整改办/),
    does('2026-01-28 10:00', 'office', 'acceptUpkeep'),
    looks('2026-01-28 12:00', 'second cycle'),
    does('2026-07-15 10:00', 'handler', 'reportUpkeep', { text: '全年巩固情况' }),
    does('2026-07-16 10:00', 'office2', 'returnUpkeep', { reason: '缺佐证' }),
    does('2026-07-17 10:00', 'head', 'reportUpkeep', { text: '全年巩固情况' }),
    does('2026-07-20 08:00', 'office', 'acceptUpkeep'),
    looks('2026-07-20 12:00', 'maintained'),
  ],
  facts: {
    'a phase result is no sign-off': ({ look }) => {
      expect(look('phase result')).toMatchObject({ stage: 'upkeep', status: 'phaseCompleted' });
      expect(look('phase result').context).toMatchObject({ signedOff: null, outcome: null });
    },
    'a missed cycle is chased, the next one counts by itself from the phase date': ({
      milestones,
      look,
    }) => {
      expect(look('missed')).toMatchObject({ lamp: 'overdue', status: 'phaseCompleted' });
      expect(look('second cycle')).toMatchObject({ lamp: 'normal', stage: 'upkeep' });
      expect(milestones('upkeep')).toEqual([
        '2025-12-22 09:00 upkeep before-30 normal handler',
        '2026-01-14 09:00 upkeep before-7 approaching handler departmentHead',
        '2026-01-16 09:00 upkeep before-3 approaching handler departmentHead responsibleLeader',
        '2026-01-20 09:00 upkeep before-1 approaching handler departmentHead responsibleLeader',
        '2026-01-21 09:00 upkeep before-0 approaching handler departmentHead responsibleLeader',
        '2026-01-22 00:00 upkeep red overdue',
        '2026-01-22 09:00 upkeep after-1 overdue handler departmentHead',
        '2026-01-26 09:00 upkeep after-3 overdue handler departmentHead responsibleLeader',
        '2026-06-18 09:00 upkeep before-30 normal handler',
        '2026-07-14 09:00 upkeep before-7 approaching handler departmentHead',
        '2026-07-16 10:00 upkeep blue approaching',
        '2026-07-17 09:00 upkeep before-3 approaching handler departmentHead responsibleLeader',
      ]);
    },
    'chasing a missed cycle reaches its people': ({ mornings }) =>
      expect(mornings()).toEqual([
        '2025-12-22 daily handler',
        '2026-01-14 daily handler head',
        '2026-01-16 daily handler head leader',
        '2026-01-20 daily handler head leader',
        '2026-01-21 daily handler head leader',
        '2026-01-22 red handler head',
        '2026-01-26 red handler head leader',
        '2026-06-18 daily handler',
        '2026-07-14 daily handler head',
        '2026-07-17 daily handler head leader',
      ]),
    'the last accepted cycle signs off': ({ look, deeds }) => {
      expect(look('maintained')).toMatchObject({ status: 'completed', lamp: 'normal' });
      expect(look('maintained').context).toMatchObject({ outcome: 'rectified' });
      expect(deeds().slice(-2)).toEqual(['head reportUpkeep', 'office acceptUpkeep']);
    },
  },
};

/** A time-limited problem with a yearly training: signed off, and the training goes on as upkeep. The supervisor returns it from there. */
export const recurring: Story = {
  name: 'recurring',
  begins: '2025-07-01 10:00',
  problems: [
    {
      kind: 'timeLimited',
      entry: 'rectifying',
      measures: [
        {
          ordinal: 1,
          text: '每季度检查',
          department: null,
          due: null,
          recurrence: 'quarterly',
          done: false,
        },
      ],
    },
    { kind: 'longTerm', entry: 'rectifying' },
  ],
  moves: [
    does('2025-07-10 10:00', 'handler', 'submit', submit),
    ...approvals(['2025-07-11 10:00', '2025-07-14 10:00', '2025-07-14 11:00']),
    looks('2025-07-14 12:00', 'signed off'),
    does('2025-10-20 10:00', 'handler', 'reportUpkeep', { text: '第三季度已检查' }),
    does('2025-10-20 11:00', 'office', 'acceptUpkeep'),
    does('2025-10-21 10:00', 'supervisor', 'withdraw', { reason: '到此为止' }),
    ...longTermReturned(),
  ],
  facts: {
    'a recurring measure goes on as upkeep after sign-off, in its own cycle': ({
      look,
      milestones,
    }) => {
      expect(look('signed off')).toMatchObject({ stage: 'upkeep', status: 'completed' });
      expect(look('signed off').context).toMatchObject({ upkeep: { everyMonths: 3, cycles: 4 } });
      expect(milestones('upkeep')).toEqual([
        '2025-09-19 09:00 upkeep before-30 normal handler',
        '2025-10-14 09:00 upkeep before-7 approaching handler departmentHead',
        '2025-10-17 09:00 upkeep before-3 approaching handler departmentHead responsibleLeader',
        '2025-10-20 09:00 upkeep before-1 approaching handler departmentHead responsibleLeader',
      ]);
    },
    'a phase result that the supervisor returns is no phase result any more': ({ look }) => {
      expect(look('phase')).toMatchObject({ stage: 'upkeep', status: 'phaseCompleted' });
      expect(look('phase returned')).toMatchObject({
        stage: 'rectifying',
        status: 'inProgress',
        lamp: 'behind',
        dueOn: '2025-08-08',
      });
    },
  },
};

function longTermReturned(): Story['moves'] {
  const second = (move: Story['moves'][number]): Story['moves'][number] => ({ ...move, seq: 2 });
  return [
    does('2025-07-10 10:00', 'handler', 'submit', submit),
    ...approvals(['2025-07-11 10:00', '2025-07-14 10:00', '2025-07-14 11:00']),
    looks('2025-07-15 12:00', 'phase'),
    does('2025-08-01 10:00', 'supervisor', 'return', { reason: '成果不实' }),
    looks('2025-08-01 12:00', 'phase returned'),
    does('2025-08-01 14:00', 'supervisor', 'withdraw', { reason: '到此为止' }),
  ].map(second);
}
