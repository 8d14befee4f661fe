// Rules between fields of a unit's list: the order of dates, numbers used twice. Facts, not policy.
import type { Path } from './places';
import type { FeedbackList, ListedProblem } from './schema';

export interface Fault {
  readonly path: Path;
  readonly message: string;
}

/** What makes a list unusable; days in the wrong order in a list that somebody wrote, not in a preview. */
export function faultsIn(list: FeedbackList): readonly Fault[] {
  return [
    ...(list.source === undefined ? disorderIn(list) : []),
    ...repeatedSeqs(list.problems),
    ...list.problems.flatMap((problem, index) => saidTwice(problem, ['problems', index])),
  ];
}

/** Days that cannot be in this order. */
export function disorderIn(list: FeedbackList): readonly Fault[] {
  return [
    ...periodFaults(list),
    ...list.problems.flatMap((problem, index) =>
      problemFaults(problem, list.feedbackOn, ['problems', index]),
    ),
  ];
}

function periodFaults({
  inspection,
  publicity,
  feedbackOn,
  reportOn,
  asOf,
}: FeedbackList): readonly Fault[] {
  return [
    ...notBefore(inspection?.to, inspection?.from, ['inspection', 'to'], '巡察结束早于开始'),
    ...notBefore(publicity?.to, publicity?.from, ['publicity', 'to'], '公示结束早于开始'),
    ...notBefore(feedbackOn, inspection?.from, ['feedbackOn'], '反馈早于巡察开始'),
    ...notBefore(reportOn, feedbackOn, ['reportOn'], '通报早于反馈'),
    ...notBefore(asOf, feedbackOn, ['asOf'], '截至日早于反馈'),
  ];
}

function problemFaults(
  problem: ListedProblem,
  feedbackOn: string | null,
  path: Path,
): readonly Fault[] {
  const { handedOverOn, due, measures = [] } = problem;
  const begins = handedOverOn ?? feedbackOn;
  const start = handedOverOn === undefined ? '反馈' : '移交';
  return [
    ...notBefore(feedbackOn, handedOverOn, [...path, 'handedOverOn'], '移交晚于反馈'),
    ...notBefore(due, begins, [...path, 'due'], `整改时限早于${start}`),
    ...measures.flatMap((measure, index) =>
      notBefore(measure.due, begins, [...path, 'measures', index, 'due'], `措施时限早于${start}`),
    ),
  ];
}

function saidTwice(problem: ListedProblem, path: Path): readonly Fault[] {
  const { dueWords, deadlineWords, responsibleLeader, responsibleLeaders } = problem;
  const twice = (field: string, other: string): Fault => ({
    path: [...path, field],
    message: `${field} 与 ${other} 是同一项，只写一个`,
  });
  return [
    ...(dueWords !== undefined && deadlineWords !== undefined
      ? [twice('dueWords', 'deadlineWords')]
      : []),
    ...(responsibleLeader !== undefined && responsibleLeaders !== undefined
      ? [twice('responsibleLeader', 'responsibleLeaders')]
      : []),
  ];
}

/** ISO days compare as text. */
function notBefore(
  day: string | null | undefined,
  limit: string | null | undefined,
  path: Path,
  what: string,
): readonly Fault[] {
  return isSaid(day) && isSaid(limit) && day < limit
    ? [{ path, message: `${what}（${day} 早于 ${limit}），请核对` }]
    : [];
}

function isSaid(day: string | null | undefined): day is string {
  return day !== null && day !== undefined;
}

function repeatedSeqs(problems: readonly ListedProblem[]): readonly Fault[] {
  const seen = new Set<number>();
  return problems.flatMap(({ seq }, index) => {
    if (seq === undefined || !seen.has(seq)) {
      if (seq !== undefined) seen.add(seq);
      return [];
    }
    return [
      { path: ['problems', index, 'seq'], message: `seq ${seq} 已经用过，每个问题的 seq 不能重复` },
    ];
  });
}
