/** Review: returned and submitted again, nobody their own reviewer, nobody out of turn, recording for others. */
import { approvals, does, isRefused, looks, on, type Story } from '../story';

const submit = { text: '已整改到位' };
const paper = { decidedBy: 'leader', recordedBy: 'office', basis: 'signedSheet' };

/**
 * Due on Friday 2025-05-09 and returned on 05-08: five working days end on 05-15. Of the second the old date, 06-30, is later.
 */
export const returned: Story = {
  name: 'returned',
  begins: '2025-05-06 10:00',
  problems: [
    { entry: 'rectifying', due: '2025-05-09' },
    { entry: 'rectifying', due: '2025-06-30' },
  ],
  moves: [
    isRefused('2025-05-06 12:00', 'handler2', 'submit', /不能办理/, submit),
    isRefused('2025-05-06 13:00', 'stranger', 'report', /人员名单中没有/, { text: '进展' }),
    does('2025-05-07 10:00', 'handler', 'submit', submit),
    isRefused('2025-05-07 11:00', 'office', 'approve', /越序/),
    isRefused('2025-05-07 12:00', 'handler', 'approve', /自己报送/),
    does('2025-05-07 14:00', 'head', 'approve'),
    isRefused('2025-05-07 15:00', 'head', 'approve', /已审核过/),
    isRefused('2025-05-07 15:30', 'office', 'withdraw', /巡察办/, { reason: '重复' }),
    isRefused(
      '2025-05-07 16:00',
      { ...paper, recordedBy: 'head' },
      'approve',
      /代他人登记须由整改办/,
    ),
    isRefused('2025-05-07 16:10', { ...paper, basis: 'ownSignIn' }, 'approve', /注明依据/),
    isRefused('2025-05-07 16:20', { ...paper, basis: 'hearsay' }, 'approve', /注明依据/),
    does('2025-05-08 10:00', paper, 'return', { reason: '佐证不足' }),
    looks('2025-05-08 12:00', 'returned'),
    does('2025-05-15 10:00', 'handler', 'submit', submit),
    looks('2025-05-15 12:00', 'submitted again'),
    ...approvals(['2025-05-16 10:00', '2025-05-19 10:00', '2025-05-20 10:00']),
    looks('2025-05-20 12:00', 'signed off'),
    on(2).does('2025-05-07 10:00', 'handler', 'submit', submit),
    on(2).does('2025-05-08 10:00', 'head', 'return', { reason: '佐证不足' }),
    on(2).looks('2025-05-08 12:00', 'the second returned'),
    on(2).does('2025-05-09 10:00', 'handler', 'submit', submit),
    ...approvals(['2025-05-09 11:00', '2025-05-09 12:00', '2025-05-09 13:00'], 2),
  ],
  facts: {
    'a return is yellow and sets the later of the old date and five working days': ({ look }) => {
      const back = { lamp: 'behind', stage: 'rectifying' };
      expect(look('returned')).toMatchObject({ ...back, dueOn: '2025-05-15' });
      expect(look('the second returned')).toMatchObject({ ...back, dueOn: '2025-06-30' });
    },
    'the new date has its own reminders': ({ milestones }) =>
      expect(milestones('work')).toEqual([
        '2025-05-06 10:00 work blue approaching',
        '2025-05-08 10:00 work blue approaching',
        '2025-05-12 09:00 work before-3 approaching handler departmentHead responsibleLeader',
        '2025-05-14 09:00 work before-1 approaching handler departmentHead responsibleLeader',
        '2025-05-15 09:00 work before-0 approaching handler departmentHead responsibleLeader',
      ]),
    'what is submitted again goes through the whole chain and is on time': ({ look, deeds }) => {
      expect(look('submitted again').context).toMatchObject({ submission: { onTime: true } });
      expect(look('signed off')).toMatchObject({ stage: 'signedOff', lamp: 'normal' });
      expect(deeds()).toEqual([
        'handler submit',
        'head approve',
        'leader return',
        'handler submit',
        'head approve',
        'leader approve',
        'office approve',
      ]);
    },
    'who decided, who recorded it and on what basis is in the journal': ({ lines }) =>
      expect(lines().find(({ event }) => event === 'return')).toMatchObject({
        kind: 'accepted',
        by: paper,
        fields: { reason: '佐证不足' },
      }),
  },
};

/**
 * Submitted on Tuesday 2025-05-06: the step is due on Friday 05-09, late on Monday 05-12 and escalated on Wednesday 05-14.
 * The first is submitted by the head, who has a deputy; the second by a head who has none.
 */
export const selfReview: Story = {
  name: 'self-review',
  begins: '2025-05-06 10:00',
  problems: [
    { entry: 'rectifying', due: '2025-06-30' },
    {
      entry: 'rectifying',
      due: '2025-06-30',
      assignment: {
        department: '财务科',
        assisting: [],
        handlers: ['handler'],
        departmentHead: 'head2',
        responsibleLeader: 'leader',
      },
    },
  ],
  moves: [
    does('2025-05-06 15:00', 'head', 'submit', submit),
    isRefused('2025-05-06 16:00', 'head', 'approve', /自己报送/),
    isRefused('2025-05-06 16:10', 'leader', 'approve', /吴科/),
    looks('2025-05-14 12:00', 'review late'),
    does('2025-05-15 10:00', 'head2', 'approve'),
    does('2025-05-15 11:00', 'leader', 'approve'),
    does('2025-05-15 12:00', 'office', 'approve'),
    looks('2025-05-15 13:00', 'signed off'),
    on(2).does('2025-05-06 15:00', 'head2', 'submit', submit),
    on(2).isRefused('2025-05-06 16:00', 'head', 'approve', /越序/),
    on(2).does('2025-05-09 10:00', 'leader', 'approve'),
    on(2).isRefused('2025-05-09 11:00', 'leader', 'approve', /已审核过/),
    on(2).does('2025-05-09 12:00', 'leader2', 'approve'),
    on(2).does('2025-05-09 13:00', 'office2', 'approve'),
    on(2).looks('2025-05-09 14:00', 'the second signed off'),
  ],
  facts: {
    'a step its holder may not take passes to the deputy, else one rank up': ({ look }) => {
      expect(look('signed off').stage).toBe('signedOff');
      expect(look('the second signed off').stage).toBe('signedOff');
    },
    'whoever really reviews is reminded, then one rank up and the office': ({
      milestones,
      mornings,
    }) => {
      expect(milestones('review')).toEqual([
        '2025-05-09 09:00 review before-0 approaching departmentHead',
        '2025-05-10 00:00 review red overdue',
        '2025-05-12 09:00 review after-1 overdue departmentHead',
        '2025-05-14 09:00 review after-3 overdue departmentHead responsibleLeader office',
      ]);
      expect(milestones('review', 2)).toEqual([
        '2025-05-09 09:00 review before-0 approaching responsibleLeader',
      ]);
      expect(mornings()).toEqual([
        '2025-05-09 daily head2 leader',
        '2025-05-12 red head2',
        '2025-05-14 red head2 leader office office2',
      ]);
    },
    'the lamp of the step is red, the handler was on time': ({ look }) => {
      expect(look('review late')).toMatchObject({ lamp: 'overdue', stage: 'reviewing' });
      expect(look('review late').context).toMatchObject({ submission: { onTime: true } });
    },
  },
};
