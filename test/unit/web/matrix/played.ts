/** A rectification behind the API: the machines themselves in virtual time, without a server. */
import { randomUUID } from 'node:crypto';
import { chineseCalendar } from '../../../../calendar/chinese';
import { allMachines } from '../../../../client/rehearse/registry';
import { World } from '../../../../client/rehearse/world';
import type { Sending } from '../../../../client';
import { few, defaultPolicy } from '../../../../bench/problem-case';
import { realTime } from '../../../../domain/plan-clock';
import type { ReceivedProblem } from '../../../../domain/reception';
import { step, type Envelope, type Json } from '../../../../engine/core';
import { rectificationContext } from '../../../../machines';
import { received } from '../../../workflow/cast';
import { unit } from '../identity/house';

export const round = 'rectification/round';
export const problems: readonly Partial<ReceivedProblem>[] = [
  { entry: 'unassigned', assignment: { ...nobody(), department: null } },
  {
    entry: 'rectifying',
    measures: [measure('逐项清理')],
    subFindings: [finding('12笔未入账'), finding('3处未盘点')],
  },
  { entry: 'upkeep', kind: 'longTerm', due: null },
  { entry: 'rectifying' },
  { entry: 'rectifying' },
  { entry: 'signedOff' },
];

function nobody() {
  return { assisting: [], handlers: [], departmentHead: null, responsibleLeader: null };
}

function measure(text: string): ReceivedProblem['measures'][number] {
  return { ordinal: 1, text, department: null, due: null, recurrence: null, done: false };
}

function finding(text: string): ReceivedProblem['subFindings'][number] {
  return { text, outcome: null };
}

export interface Played {
  /** What the client would answer; nothing becomes of it. */
  readonly tried: (workflow: string, event: string, sending: Sending) => object;
  /** It is done. @returns why not */
  readonly done: (workflow: string, event: string, sending: Sending) => string | null;
  /** Lets time pass until that day. */
  readonly until: (day: string) => void;
}

export function play(): Played {
  const world = new World({
    ...{ registry: allMachines, calendar: chineseCalendar, now: '2026-11-23T02:00:00.000Z' },
  });
  const input = rectificationContext({
    ...{ id: 'round', now: world.now, unit, inspectedBy: null, feedbackOn: '2026-11-20' },
    ...{ inspection: { from: null, to: null }, policy: defaultPolicy, clock: realTime },
    ...{ people: few, takenOver: false },
  });
  world.begin(round, { name: 'rectification', version: '1' }, input as unknown as Json);
  world.settleDown();
  const done: Played['done'] = (workflow, event, sending) => {
    const result = world.send(workflow, commandOf(event, sending));
    return result.kind === 'refused' ? JSON.stringify(result.why) : null;
  };
  done(round, 'addProblems', { by: 'office', fields: { problems: problems.map(asReceived) } });
  return {
    done,
    tried: (workflow, event, sending) => {
      const state = world.state(workflow);
      if (state === null) return { outcome: 'notFound' };
      const result = step(state, { ...commandOf(event, sending), id: 'tried', at: world.now });
      if (result.kind === 'refused') return { outcome: 'refused', refused: result };
      return {
        outcome: 'accepted',
        answer: { sequence: 1, duplicate: false, shown: {}, state: {} },
      };
    },
    until: (day) => world.runUntil(`${day}T02:00:00.000Z`),
  };
}

function asReceived(problem: Partial<ReceivedProblem>, index: number): ReceivedProblem {
  return {
    ...{ ...received, due: '2027-06-30', seq: index + 1, number: index + 1, ...problem },
  };
}

function commandOf(event: string, { by, fields, commandId }: Sending): Omit<Envelope, 'at'> {
  const sender = { decidedBy: by, recordedBy: by, basis: 'ownSignIn' };
  return {
    id: commandId ?? randomUUID(),
    by: sender,
    event: { ...(fields as object), type: event },
  };
}
