/** An invented unit with 200 people and one rectification of 53 problems that are under way, for its pages under load. */
import { realTime } from '../../domain/plan-clock';
import type { Person } from '../../domain/people';
import type { ReceivedProblem, Reception } from '../../domain/reception';
import { assignmentIn, defaultPolicy, unitOf } from '../problem-case';

const departments = 12;

export const crowdId = 'bench';
export const problemCount = 53;

export function receptionOfCrowd(people: readonly Person[], today: string): Reception {
  return {
    ...{ id: crowdId, unit: '云川县水务局', inspectedBy: null, feedbackOn: today },
    ...{ inspection: { from: null, to: null }, policy: defaultPolicy, clock: realTime },
    ...{ people, takenOver: true },
    problems: Array.from({ length: problemCount }, (_each, index) => problemAt(index, today)),
  };
}

/** Those who have to do with the problems, and as many readers as it takes. */
export function peopleOfCrowd(count: number): readonly Person[] {
  const unit = unitOf(departments);
  const readers = Array.from({ length: Math.max(0, count - unit.length) }, (_each, index) => ({
    ...{ id: `reader-${index}`, name: `reader-${index}`, roles: ['reader'] as const },
    ...{ department: `科室${index % departments}`, deputies: [], channels: [] },
  }));
  return [...unit, ...readers];
}

/** Who reports progress of the n-th problem. */
export function handlerOf(index: number): string {
  return assignmentIn(departments, index).handlers[0] ?? '';
}

function problemAt(index: number, today: string): ReceivedProblem {
  return {
    ...{ seq: index + 1, number: index + 1, title: `固定资产台账不清之${index + 1}` },
    ...{ section: '一、履行职责方面', group: null, kind: 'timeLimited', status: 'inProgress' },
    ...{ entry: 'rectifying', due: '2099-12-31', dueWords: null, handedOverOn: today },
    ...{ assignment: assignmentIn(departments, index), measures: [], subFindings: [] },
    ...{ predecessor: null, publicText: null, withheld: null, digest: `d${index}` },
  };
}
