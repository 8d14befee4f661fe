/** An import in the fields of a list, in the order people read them; what is empty is left out. */
import { kindTerms, recurrenceTerms, statusTerms } from '../export/terms';
import type {
  ImportedFeedback,
  ImportedMeasure,
  ImportedPeriod,
  ImportedProblem,
} from '../imported-feedback';

type Fields = Readonly<Record<string, unknown>>;

export function listOf(feedback: ImportedFeedback, source: string): Fields {
  const { unit, feedbackOn, declared } = feedback;
  const counted = declared.problems !== null || declared.measures !== null;
  return {
    source,
    unit,
    ...said({ inspectedBy: feedback.inspectedBy, inspection: periodOf(feedback.inspection) }),
    feedbackOn,
    ...said({
      reportOn: feedback.reportOn,
      asOf: feedback.asOf,
      publicity: periodOf(feedback.publicity),
      declared: counted ? declared : null,
    }),
    problems: feedback.problems.map(listedProblem),
  };
}

function listedProblem(problem: ImportedProblem): Fields {
  const { seq, number, section, group, title, kind, kindBasis, status, ...rest } = problem;
  const { due, deadlineWords, department, assisting, handlers, departmentHead, ...more } = rest;
  const { responsibleLeaders, subFindings, measures, recurrence, ...further } = more;
  return {
    seq,
    ...said({ number, section, group, title, kind: kind === null ? null : kindTerms[kind] }),
    ...said({ kindBasis: kindBasis === 'stated' ? null : kindBasis }),
    ...said({ status: status === null ? null : statusTerms[status] }),
    ...(due === null && deadlineWords === null ? {} : { due }),
    ...said({ deadlineWords, department, assisting, handlers, departmentHead }),
    ...said({ responsibleLeaders, subFindings, measures: measures.map(listedMeasure) }),
    ...said({ recurrence, ...further }),
  };
}

function listedMeasure({ recurrence, ...rest }: ImportedMeasure): Fields {
  return {
    ...rest,
    ...(recurrence === undefined ? {} : { recurrence: recurrenceTerms[recurrence] }),
  };
}

function periodOf(period: ImportedPeriod): ImportedPeriod | null {
  return period.from === null && period.to === null ? null : period;
}

/** The fields that say something. */
function said(fields: Fields): Fields {
  const empty = (value: unknown) =>
    value === null || value === undefined || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !empty(value)));
}
