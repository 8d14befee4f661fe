/** Moves every date of an imported feedback by whole days: so that the sample always begins today. */
import type { ImportedFeedback, ImportedPeriod, ImportedProblem } from '../../documents';
import { daysBetween, addDays } from '../../domain/plain-date';
import type { PlainDate } from '../../domain/words';

/** @throws RangeError when the feedback has no date to move */
export function feedbackFrom(feedback: ImportedFeedback, day: PlainDate): ImportedFeedback {
  if (feedback.feedbackOn === null) throw new RangeError('the feedback has no date');
  const days = daysBetween(feedback.feedbackOn, day);
  const move = (date: string | null): string | null => (date === null ? null : addDays(date, days));
  const movePeriod = ({ from, to }: ImportedPeriod): ImportedPeriod => ({
    from: move(from),
    to: move(to),
  });
  return {
    ...feedback,
    inspection: movePeriod(feedback.inspection),
    feedbackOn: day,
    reportOn: move(feedback.reportOn),
    asOf: move(feedback.asOf),
    publicity: movePeriod(feedback.publicity),
    problems: feedback.problems.map((problem) => moveProblem(problem, days)),
  };
}

function moveProblem(problem: ImportedProblem, days: number): ImportedProblem {
  const { due, handedOverOn, measures } = problem;
  return {
    ...problem,
    due: due === null ? null : addDays(due, days),
    ...(handedOverOn === undefined ? {} : { handedOverOn: addDays(handedOverOn, days) }),
    measures: measures.map((measure) =>
      measure.due === undefined ? measure : { ...measure, due: addDays(measure.due, days) },
    ),
  };
}
