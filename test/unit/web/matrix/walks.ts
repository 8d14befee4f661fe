/**
 * Who may do what: each event that people send, in a state in which somebody may send it, with all who may. The first of them does
 * it, and the next step stands where that led.
 */
import type { JsonObject } from '../../../../engine/core';

export const actors = ['handler', 'head', 'leader', 'principal', 'office', 'supervisor'] as const;
export type Actor = (typeof actors)[number];

export interface Step {
  readonly event: string;
  readonly may: readonly Actor[];
  readonly fields: JsonObject;
  /** The day on which it is done; as long as there is none, that of the step before. */
  readonly on?: string;
}

export interface Walk {
  /** What it is sent to: `problem/round/2`. */
  readonly workflow: string;
  readonly steps: readonly Step[];
}

const step = (
  event: string,
  may: readonly Actor[],
  fields: JsonObject = {},
  on?: string,
): Step => ({
  ...{ event, may, fields },
  ...(on === undefined ? {} : { on }),
});

const office = ['office'] as const;
const supervisor = ['supervisor'] as const;
const department = ['handler', 'head'] as const;
const departmentOrOffice = [...department, ...office] as const;
const oversight = [...office, ...supervisor] as const;
const reason = { reason: '见附件' };
const text = { text: '已核对' };

const assigned: Walk = {
  workflow: 'problem/round/1',
  steps: [
    step('assign', office, {
      ...{ department: '财务科', handlers: ['handler'], departmentHead: 'head' },
      responsibleLeader: 'leader',
    }),
    step('accept', department),
    step('plan', departmentOrOffice, { measures: [{ text: '逐项清理' }] }),
    step('merge', office, { ...reason, into: 2 }),
  ],
};

const worked: Walk = {
  workflow: 'problem/round/2',
  steps: [
    step('report', departmentOrOffice, text),
    step('completeMeasure', departmentOrOffice, { ordinal: 1 }),
    step('flag', office, reason),
    step('unflag', office, reason),
    step('requestExtension', department, { ...reason, due: '2027-09-30', progress: '过半' }),
    step('refuseExtension', ['leader'], reason),
    step('requestExtension', department, { ...reason, due: '2027-09-30', progress: '过半' }),
    step('approveExtension', ['leader']),
    step('approveExtension', office),
    step('requestReclassification', departmentOrOffice, { ...reason, kind: 'longTerm' }),
    step('refuseReclassification', ['leader'], reason),
    step('explain', departmentOrOffice, reason),
    step('refuseExplanation', supervisor, reason),
    step('urge', ['supervisor', 'office', 'principal', 'leader'], { ...text, due: '2027-01-29' }),
    step('acknowledge', ['handler', 'head', 'leader']),
    step('spotCheck', supervisor, text),
    step('settleSubFinding', oversight, { number: 1, outcome: 'rectified' }),
    step('settleSubFinding', supervisor, { number: 2, outcome: 'withdrawn' }),
    step('reassign', office, { role: 'handler', from: 'handler', to: 'handler' }),
    step('amend', office, { ...reason, title: '固定资产台账不清不实' }),
    step('recalculate', office),
    step('suspend', office, { ...reason, until: '2027-01-29' }),
    step('resume', office),
    step('submit', department, text),
    step('approve', ['head']),
    step('return', ['leader', 'supervisor'], reason),
    step('submit', department, text),
    step('approve', ['head']),
    step('approve', ['leader']),
    step('approve', office),
    step('relapse', oversight, reason),
    step('withdraw', supervisor, reason),
  ],
};

const kept: Walk = {
  workflow: 'problem/round/3',
  steps: [
    step('reportUpkeep', department, text),
    step('returnUpkeep', office, reason),
    step('reportUpkeep', department, text),
    step('acceptUpkeep', office),
  ],
};

const late: Walk = {
  workflow: 'problem/round/4',
  steps: [
    step('requestCarryOver', department, { ...reason, due: '2027-12-31' }, '2027-07-05'),
    step('refuseCarryOver', ['leader'], reason),
    step('requestCarryOver', department, { ...reason, due: '2027-12-31' }),
    step('approveCarryOver', ['leader']),
    step('approveCarryOver', office),
    step('explain', departmentOrOffice, reason),
    step('acceptExplanation', supervisor),
  ],
};

const otherKind: Walk = {
  workflow: 'problem/round/5',
  steps: [
    step('requestReclassification', departmentOrOffice, { ...reason, kind: 'longTerm' }),
    step('approveReclassification', ['leader']),
    step('approveReclassification', office),
  ],
};

const visited: Walk = {
  workflow: 'problem/round/6',
  steps: [step('lookBack', supervisor, { verdict: 'relapsed' }, '2028-01-10')],
};

const whole: Walk = {
  workflow: 'rectification/round',
  steps: [
    step('submitPlan', office),
    step('returnPlan', supervisor, reason),
    step('submitPlan', office),
    step('approvePlan', supervisor),
    step('addProblems', office, { problems: [] }),
    step('noteAmended', office, { seq: 2, digest: 'd' }),
    step('recalculate', office),
    step('reportProgress', departmentOrOffice, { ...text, department: '财务科' }),
    step('submitReport', office, {}, '2027-05-25'),
    step('returnReport', ['principal'], reason),
    step('submitReport', office),
    step('approveReport', ['principal']),
    step('approveReport', supervisor),
    step('publish', office, { contact: '0000-0000000' }),
    step('reply', office, { ...text, from: '来信' }),
    step('concludeLookBack', supervisor, text, '2027-12-01'),
  ],
};

export const walks: readonly Walk[] = [assigned, worked, kept, otherKind, whole, late, visited];
