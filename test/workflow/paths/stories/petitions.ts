/** What may be asked for: extensions, carrying over, another kind, an explanation, a pause. */
import { approvals, does, isRefused, looks, on, type Story } from '../story';

const submit = { text: '已整改到位' };
const later = (due: string) => ({ reason: '招标流标', due, progress: '已完成六成' });

/** Due on Monday 2025-06-30, put off to 07-31 and then to Friday 08-29. Thirty days before 07-31 is 07-01, before 08-29 is 07-30. */
export const extended: Story = {
  name: 'extended',
  begins: '2025-06-03 10:00',
  problems: [{ entry: 'rectifying', due: '2025-06-30' }],
  moves: [
    does('2025-06-16 10:00', 'handler', 'requestExtension', later('2025-07-31')),
    isRefused(
      '2025-06-16 11:00',
      'handler',
      'requestExtension',
      /not accepted/,
      later('2025-08-15'),
    ),
    isRefused('2025-06-16 12:00', 'office', 'approveExtension', /越序/),
    looks('2025-06-16 12:10', 'asked'),
    does('2025-06-17 10:00', 'leader', 'approveExtension'),
    isRefused('2025-06-17 11:00', 'leader', 'approveExtension', /已审批过/),
    does('2025-06-18 10:00', 'office', 'approveExtension'),
    looks('2025-06-18 12:00', 'extended'),
    isRefused('2025-07-09 10:00', 'handler', 'requestExtension', /须晚于/, later('2025-07-31')),
    does('2025-07-10 10:00', 'handler', 'requestExtension', later('2025-08-29')),
    does('2025-07-11 10:00', 'leader', 'approveExtension'),
    does('2025-07-11 11:00', 'office', 'approveExtension'),
    isRefused('2025-07-15 10:00', 'handler', 'requestExtension', /最多2次/, later('2025-09-30')),
    does('2025-08-29 15:00', 'handler', 'submit', submit),
    ...approvals(['2025-08-29 16:00', '2025-08-29 17:00', '2025-08-29 18:00']),
  ],
  facts: {
    'the old date stands until the last approval, then the new one replaces its schedule': ({
      look,
      milestones,
    }) => {
      expect(look('asked').dueOn).toBe('2025-06-30');
      expect(look('extended')).toMatchObject({ dueOn: '2025-07-31', lamp: 'normal' });
      expect(milestones('work')).toEqual([
        '2025-07-01 09:00 work before-30 normal handler',
        '2025-07-30 09:00 work before-30 normal handler',
        '2025-08-22 09:00 work before-7 approaching handler departmentHead',
        '2025-08-26 09:00 work before-3 approaching handler departmentHead responsibleLeader',
        '2025-08-28 09:00 work before-1 approaching handler departmentHead responsibleLeader',
        '2025-08-29 09:00 work before-0 approaching handler departmentHead responsibleLeader',
      ]);
    },
    'the reminders of a date put off are sent for the new one only': ({ mornings }) =>
      expect(mornings()).toEqual([
        '2025-07-01 daily handler',
        '2025-07-30 daily handler',
        '2025-08-22 daily handler head',
        '2025-08-26 daily handler head leader',
        '2025-08-28 daily handler head leader',
        '2025-08-29 daily handler head leader',
      ]),
  },
};

/**
 * Due on Friday 2025-04-11. Seven days before is a holiday (04-04), so 04-03, before it came. Carried over to Monday
 * 06-30: thirty days before is Saturday 05-31, a holiday, so 05-30; one day before is Sunday, so Friday 06-27 with three.
 */
export const carriedOver: Story = {
  name: 'carried-over',
  begins: '2025-04-07 10:00',
  problems: [{ entry: 'rectifying', due: '2025-04-11' }],
  moves: [
    isRefused('2025-04-10 10:00', 'handler', 'requestCarryOver', /整改时限未到/, {
      reason: '等待',
      due: '2025-06-30',
    }),
    does('2025-04-11 23:00', 'handler', 'requestExtension', later('2025-05-30')),
    looks('2025-04-12 00:10', 'missed while asking'),
    does('2025-04-14 10:00', 'leader', 'refuseExtension', { reason: '理由不足' }),
    isRefused(
      '2025-04-14 11:00',
      'handler',
      'requestExtension',
      /整改时限已过/,
      later('2025-05-30'),
    ),
    isRefused('2025-04-14 11:30', 'handler', 'requestReclassification', /整改时限已过/, {
      reason: '需长期坚持',
      kind: 'longTerm',
    }),
    isRefused('2025-04-14 12:00', 'handler', 'requestCarryOver', /不能早于今天/, {
      reason: '等待',
      due: '2025-04-13',
    }),
    does('2025-04-14 14:00', 'handler', 'requestCarryOver', { reason: '等待', due: '2025-06-30' }),
    isRefused('2025-04-14 15:00', 'office', 'approveCarryOver', /越序/),
    does('2025-04-15 10:00', 'leader', 'approveCarryOver'),
    looks('2025-04-15 12:00', 'half granted'),
    does('2025-04-16 10:00', 'office', 'approveCarryOver'),
    looks('2025-04-16 12:00', 'carried over'),
    looks('2025-06-23 12:00', 'near the last date'),
    does('2025-07-02 10:00', 'handler', 'submit', submit),
    looks('2025-07-02 12:00', 'late again'),
    ...approvals(['2025-07-03 10:00', '2025-07-04 10:00', '2025-07-07 10:00']),
  ],
  facts: {
    'an extension asked for within the date but refused leaves the date missed': ({ look }) => {
      expect(look('missed while asking')).toMatchObject({ lamp: 'overdue', dueOn: '2025-04-11' });
      expect(look('half granted').lamp).toBe('overdue');
    },
    'what is carried over is yellow and prints not completed': ({ look }) => {
      const carried = { lamp: 'behind', status: 'notCompleted', dueOn: '2025-06-30' };
      expect(look('carried over')).toMatchObject(carried);
      expect(look('near the last date')).toMatchObject(carried);
      expect(look('late again')).toMatchObject({ lamp: 'overdue', status: 'notCompleted' });
    },
    'the last date has a ladder of its own': ({ milestones }) =>
      expect(milestones('work')).toEqual([
        '2025-04-07 10:00 work blue approaching',
        '2025-04-08 09:00 work before-3 approaching handler departmentHead responsibleLeader',
        '2025-04-10 09:00 work before-1 approaching handler departmentHead responsibleLeader',
        '2025-04-11 09:00 work before-0 approaching handler departmentHead responsibleLeader',
        '2025-04-12 00:00 work red overdue',
        '2025-04-14 09:00 work after-1 overdue handler departmentHead',
        '2025-04-16 09:00 work after-3 overdue handler departmentHead responsibleLeader',
        '2025-05-30 09:00 work before-30 normal handler',
        '2025-06-23 09:00 work before-7 approaching handler departmentHead',
        '2025-06-27 09:00 work before-1 approaching handler departmentHead responsibleLeader',
        '2025-06-30 09:00 work before-0 approaching handler departmentHead responsibleLeader',
        '2025-07-01 00:00 work red overdue',
        '2025-07-01 09:00 work after-1 overdue handler departmentHead',
      ]),
  },
};

/**
 * Due on Friday 2025-06-20 and blue since 06-13 when it was suspended; five working days from Thursday 07-10 end on 07-17.
 * The second is due on 07-31 and resumed in June: its old date is the later one.
 */
export const paused: Story = {
  name: 'paused',
  begins: '2025-06-03 10:00',
  problems: [
    { entry: 'rectifying', due: '2025-06-20' },
    { entry: 'rectifying', due: '2025-07-31' },
  ],
  moves: [
    isRefused('2025-06-16 09:30', 'handler', 'suspend', /整改办/, {
      reason: '等待上级政策',
      until: '2025-09-01',
    }),
    isRefused('2025-06-16 09:40', 'office', 'suspend', /不能早于今天/, {
      reason: '等待上级政策',
      until: '2025-06-15',
    }),
    does('2025-06-16 10:00', 'office', 'suspend', { reason: '等待上级政策', until: '2025-09-01' }),
    looks('2025-06-16 12:00', 'suspended'),
    isRefused('2025-06-17 10:00', 'handler', 'submit', /not accepted/, submit),
    looks('2025-07-01 12:00', 'past its date'),
    does('2025-07-10 10:00', 'office', 'resume'),
    looks('2025-07-10 12:00', 'resumed'),
    does('2025-07-17 12:00', 'handler', 'submit', submit),
    ...approvals(['2025-07-17 13:00', '2025-07-17 14:00', '2025-07-17 15:00']),
    on(2).does('2025-06-16 10:00', 'office', 'suspend', { reason: '等待', until: '2025-09-01' }),
    on(2).does('2025-06-18 10:00', 'office', 'resume'),
    on(2).looks('2025-06-18 12:00', 'the second resumed'),
    on(2).does('2025-06-19 10:00', 'handler', 'submit', submit),
    ...approvals(['2025-06-19 13:00', '2025-06-19 14:00', '2025-06-19 15:00'], 2),
  ],
  facts: {
    'while suspended over its date nothing is sent and the lamp stands still': ({
      look,
      mornings,
    }) => {
      expect(look('suspended')).toMatchObject({ lamp: 'approaching', stage: 'suspended' });
      expect(look('past its date')).toMatchObject({ lamp: 'approaching', stage: 'suspended' });
      expect(mornings()).toEqual([
        '2025-06-13 daily handler head',
        '2025-07-14 daily handler head leader',
        '2025-07-16 daily handler head leader',
        '2025-07-17 daily handler head leader',
      ]);
    },
    'on resuming the date is the later of the old one and five working days': ({ look }) => {
      expect(look('resumed')).toMatchObject({ dueOn: '2025-07-17', stage: 'rectifying' });
      expect(look('the second resumed')).toMatchObject({ dueOn: '2025-07-31', lamp: 'normal' });
    },
  },
};

/** An immediate problem of 2025-03-03 (due 03-24) that becomes time-limited and then long-term: due on 07-21 like the rest of its feedback. */
export const reclassified: Story = {
  name: 'reclassified',
  begins: '2025-03-03 10:00',
  problems: [{ kind: 'immediate', entry: 'accepting', handedOverOn: '2025-03-03' }],
  moves: [
    does('2025-03-03 11:00', 'head', 'accept'),
    does('2025-03-04 10:00', 'handler', 'report', { text: '需先立项' }),
    isRefused('2025-03-10 09:30', 'handler', 'requestReclassification', /已是该类型/, {
      reason: '需要立项',
      kind: 'immediate',
    }),
    does('2025-03-10 10:00', 'handler', 'requestReclassification', {
      reason: '需要立项',
      kind: 'timeLimited',
    }),
    does('2025-03-11 10:00', 'leader', 'approveReclassification'),
    does('2025-03-11 11:00', 'supervisor', 'urge', { text: '抓紧', due: '2025-03-20' }),
    does('2025-03-12 10:00', 'office', 'approveReclassification'),
    looks('2025-03-12 12:00', 'time-limited'),
    does('2025-03-12 14:00', 'head', 'acknowledge'),
    does('2025-04-10 10:00', 'handler', 'requestReclassification', {
      reason: '需要长期坚持',
      kind: 'longTerm',
    }),
    does('2025-04-10 11:00', 'leader', 'approveReclassification'),
    does('2025-04-11 10:00', 'office', 'approveReclassification'),
    looks('2025-04-11 12:00', 'long-term'),
    isRefused('2025-07-22 10:00', 'handler', 'requestReclassification', /整改时限已过/, {
      reason: '还是限期',
      kind: 'timeLimited',
    }),
    does('2025-07-22 11:00', 'supervisor', 'withdraw', { reason: '演练结束' }),
  ],
  facts: {
    'a problem goes from immediate to time-limited to long-term with its context': ({ look }) => {
      const kept = { progress: { text: '需先立项' }, seq: 1 };
      const work = { stage: 'rectifying', dueOn: '2025-07-21' };
      expect(look('time-limited')).toMatchObject({
        machine: 'timeLimited',
        ...work,
        context: kept,
      });
      expect(look('long-term')).toMatchObject({ machine: 'longTerm', ...work, context: kept });
    },
    'the date of the old kind sends nothing any more': ({ milestones }) =>
      expect(milestones('work').slice(0, 2)).toEqual([
        '2025-06-20 09:00 work before-30 normal handler',
        '2025-07-14 09:00 work before-7 approaching handler departmentHead',
      ]),
    'an urge that was not acknowledged goes on in the other kind': ({ deeds, look }) => {
      expect(look('time-limited').context).toMatchObject({ urge: { text: '抓紧' } });
      expect(look('long-term').context).toMatchObject({ urge: null });
      expect(deeds()).toContain('head acknowledge');
    },
  },
};

export const explained: Story = {
  name: 'explained',
  begins: '2025-05-06 10:00',
  problems: [{ entry: 'rectifying', due: '2025-06-30' }],
  moves: [
    does('2025-05-07 10:00', 'handler', 'explain', { reason: '已于检查前整改' }),
    isRefused('2025-05-07 11:00', 'office', 'acceptExplanation', /郑组/),
    does('2025-05-08 10:00', 'supervisor', 'refuseExplanation', { reason: '证据不足' }),
    looks('2025-05-08 12:00', 'refused'),
    does('2025-05-09 10:00', 'office', 'explain', { reason: '已于检查前整改，补充凭证' }),
    does('2025-05-12 10:00', 'supervisor', 'acceptExplanation'),
    looks('2025-05-12 12:00', 'accepted'),
  ],
  facts: {
    'an explanation the supervisor refuses sends it back to work': ({ look }) => {
      expect(look('refused')).toMatchObject({ stage: 'rectifying', status: 'inProgress' });
      expect(look('refused').context).toMatchObject({ petition: null, outcome: null });
    },
    'an explanation the supervisor accepts closes it as explained': ({ look }) => {
      expect(look('accepted')).toMatchObject({ stage: 'closed', status: 'completed' });
      expect(look('accepted').context).toMatchObject({ outcome: 'explained' });
    },
  },
};
