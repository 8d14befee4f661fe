// An import as the record it becomes when everything is taken over as is: the states the text gives, nothing added.
import type {
  ImportedFeedback,
  ImportedProblem,
  ProblemRecord,
  RectificationRecord,
} from '../../../../documents';
import { aMeasure, aProblem, aRecord } from './a-record';

export function takenOver(imported: ImportedFeedback): RectificationRecord {
  const { unit, inspectedBy, inspection, feedbackOn, reportOn, asOf } = imported;
  return aRecord({
    unit: unit ?? '某单位',
    inspectedBy,
    inspection,
    feedbackOn,
    reportOn,
    asOf: asOf ?? reportOn ?? '2026-09-10',
    problems: imported.problems.map(problemTakenOver),
  });
}

function problemTakenOver(problem: ImportedProblem): ProblemRecord {
  const { seq, number, section, group, title } = problem;
  return aProblem({
    ...{ seq, number, section, group, title },
    kind: problem.kind ?? 'timeLimited',
    status: problem.status ?? 'inProgress',
    dueOn: problem.due,
    dueWords: problem.deadlineWords,
    measures: problem.measures.map(({ text, done = false }, index) =>
      aMeasure({ ordinal: index + 1, text, done }),
    ),
  });
}
