// Rules between fields of a unit's list: the order of dates, numbers used twice. Facts, not policy.
import type { Path } from './places';
import type { FeedbackList, ListedProblem } from './schema';

export interface Fault {
  readonly path: Path;
  readonly message: string;
}

export function faultsIn(list: FeedbackList): readonly Fault[] {
  return [
    ...periodFaults(list),
    ...repeatedSeqs(list.problems),
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

function problemFaults(problem: ListedProblem, feedbackOn: string, path: Path): readonly Fault[] {
  const { handedOverOn, due, measures = [], dueWords, deadlineWords } = problem;
  const begins = handedOverOn ?? feedbackOn;
  const start = handedOverOn === undefined ? '反馈' : '移交';
  return [
    ...notBefore(feedbackOn, handedOverOn, [...path, 'handedOverOn'], '移交晚于反馈'),
    ...notBefore(due, begins, [...path, 'due'], `整改时限早于${start}`),
    ...measures.flatMap((measure, index) =>
      notBefore(measure.due, begins, [...path, 'measures', index, 'due'], `措施时限早于${start}`),
    ),
    ...(dueWords !== undefined && deadlineWords !== undefined
      ? [{ path: [...path, 'dueWords'], message: 'dueWords 与 deadlineWords 是同一项，只写一个' }]
      : []),
  ];
}

/** ISO days compare as text. */
function notBefore(
  day: string | undefined,
  limit: string | undefined,
  path: Path,
  what: string,
): readonly Fault[] {
  return day !== undefined && limit !== undefined && day < limit
    ? [{ path, message: `${what}（${day} 早于 ${limit}），请核对` }]
    : [];
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
