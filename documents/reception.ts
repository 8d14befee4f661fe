/** From what an import yields to what is received: defaults filled in, each where nothing better was said. */
import { createHash } from 'node:crypto';
import type { Person } from '../domain/people';
import { personMeant } from '../domain/person-meant';
import type { PlanClock } from '../domain/plan-clock';
import type { Policy } from '../domain/policy';
import type { Entry, ReceivedMeasure, ReceivedProblem, Reception } from '../domain/reception';
import type { PlainDate, Recurrence } from '../domain/words';
import { ImportError } from './import-error';
import type { ImportedFeedback, ImportedMeasure, ImportedProblem } from './imported-feedback';

export interface Receiving {
  /** Null: made from the date of feedback and the unit's name. */
  readonly id: string | null;
  /** Override what the file says, or say what it does not. */
  readonly unit: string | null;
  readonly feedbackOn: PlainDate | null;
  readonly policy: Policy;
  readonly clock: PlanClock;
  readonly people: readonly Person[];
  /** Take problems over in mid-life with the status they state; else every life begins at its beginning. */
  readonly asIs: boolean;
}

/** @throws ImportError when the file names no unit or no date of feedback and none was given */
export function toReception(imported: ImportedFeedback, receiving: Receiving): Reception {
  const { policy, clock, people, asIs } = receiving;
  const unit = receiving.unit ?? imported.unit ?? missing('unit', '单位名称', '--unit 单位名称');
  const feedbackOn =
    receiving.feedbackOn ??
    imported.feedbackOn ??
    missing('feedbackOn', '反馈日期', '--feedback-on 2026-11-02');
  return {
    id: receiving.id ?? defaultId(unit, feedbackOn),
    unit,
    inspectedBy: imported.inspectedBy,
    inspection: imported.inspection,
    feedbackOn,
    policy,
    clock,
    people,
    takenOver: asIs,
    problems: imported.problems.map((problem) =>
      receivedProblem(withIds(problem, people), feedbackOn, asIs),
    ),
  };
}

/** `20261102-3fa9`: the date of feedback and a short hash of the unit's name; the same for the same unit and date. */
export function defaultId(unit: string, feedbackOn: PlainDate): string {
  return `${feedbackOn.replaceAll('-', '')}-${hash(unit, 4)}`;
}

function receivedProblem(
  problem: ImportedProblem,
  feedbackOn: PlainDate,
  asIs: boolean,
): ReceivedProblem {
  const { seq, number, section, group, title, due } = problem;
  const said = { seq, number, section, group, title, due };
  const received = {
    ...said,
    kind: problem.kind ?? 'timeLimited',
    status: asIs ? (problem.status ?? 'inProgress') : null,
    entry: entryOf(problem, asIs),
    dueWords: problem.deadlineWords,
    handedOverOn: problem.handedOverOn ?? feedbackOn,
    assignment: assignmentOf(problem),
    measures: problem.measures.map(measureOf),
    subFindings: problem.subFindings.map(({ text }) => ({ text, outcome: null })),
    predecessor: problem.predecessor ?? null,
    publicText: problem.publicText ?? null,
    withheld: problem.withheld?.reason ?? null,
  } as const;
  return { ...received, digest: hash(JSON.stringify(received), 12) };
}

/** People by id where the file names them; a name that nobody has, or two have, stays for whoever checks the people. */
function withIds(problem: ImportedProblem, people: readonly Person[]): ImportedProblem {
  const idOf = (word: string) => {
    const meant = personMeant(word, people);
    return meant.kind === 'one' ? meant.person.id : word;
  };
  const { departmentHead } = problem;
  return {
    ...problem,
    responsibleLeaders: problem.responsibleLeaders.map(idOf),
    handlers: [...new Set(problem.handlers.map(idOf))],
    ...(departmentHead === undefined ? {} : { departmentHead: idOf(departmentHead) }),
  };
}

function assignmentOf(problem: ImportedProblem): ReceivedProblem['assignment'] {
  return {
    department: problem.department,
    assisting: problem.assisting,
    handlers: problem.handlers,
    departmentHead: problem.departmentHead ?? null,
    responsibleLeader: problem.responsibleLeaders[0] ?? null,
  };
}

/** Taken over, a life begins where its status says; else with acceptance, or with assigning where no department is named. */
function entryOf(problem: ImportedProblem, asIs: boolean): Entry {
  if (!asIs) return problem.department === null ? 'unassigned' : 'accepting';
  switch (problem.status) {
    case 'completed':
      return 'signedOff';
    case 'phaseCompleted':
      return 'upkeep';
    case 'inProgress':
    case 'notCompleted':
    case null:
      return 'rectifying';
  }
}

function measureOf(measure: ImportedMeasure, index: number): ReceivedMeasure {
  return {
    ordinal: index + 1,
    text: measure.text,
    department: measure.department ?? null,
    due: measure.due ?? null,
    recurrence: measure.recurrence ?? recurrenceIn(measure.text),
    done: measure.done ?? false,
  };
}

const cycles: readonly (readonly [RegExp, Recurrence])[] = [
  [/每个?月|月度|按月/, 'monthly'],
  [/每个?季度?|季度性|按季/, 'quarterly'],
  [/每半年/, 'halfYearly'],
  [/每年/, 'yearly'],
];

/** The cycle a measure's own words name, the shortest first. */
function recurrenceIn(text: string): Recurrence | null {
  return cycles.find(([words]) => words.test(text))?.[1] ?? null;
}

function hash(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}

function missing(field: string, what: string, option: string): never {
  throw new ImportError('field-missing', `文件中没有${what}；请用 ${option} 补充`, { field });
}
