// How far a problem is, as a line prints it: the status, and the date where there is more to do.
import { chineseDate } from './chinese-date';
import { gap } from './gap';
import type { ProblemRecord } from './record';
import { statusTerms } from './terms';

/** 正在整改，预计2026年8月31日前完成 */
export function progressWords(problem: ProblemRecord, asOf: string): string {
  const words = statusTerms[problem.status];
  switch (problem.status) {
    case 'completed':
      return words + completedHow(problem);
    case 'phaseCompleted':
      return words;
    case 'inProgress':
      return `${words}，${expectation(problem, asOf)}`;
    case 'notCompleted':
      return `${words}，${afterPeriod(problem, asOf)}`;
  }
}

/** Whether what was submitted last is still under review. */
export function isUnderReview({ reports, reviews }: ProblemRecord): boolean {
  const submitted = reports.findLast(({ kind }) => kind === 'submission');
  const returned = reviews.findLast(({ decision }) => decision === 'returned');
  return submitted !== undefined && (returned === undefined || returned.on < submitted.on);
}

function completedHow({ outcome }: ProblemRecord): string {
  if (outcome === 'explained') return '（情况说明已获认可）';
  return outcome === 'merged' ? '（并入其他问题一并整改）' : '';
}

function expectation(problem: ProblemRecord, asOf: string): string {
  if (isUnderReview(problem)) return '整改结果已报送，正在审核';
  if (problem.dueOn === null) return gap('完成时限');
  return problem.dueOn >= asOf
    ? `预计${chineseDate(problem.dueOn)}前完成`
    : gap('新的完成时限（原时限已过）');
}

function afterPeriod({ carriedOver, dueOn }: ProblemRecord, asOf: string): string {
  if (carriedOver !== null) return `转入持续整改，最后时限${chineseDate(carriedOver.to)}`;
  return dueOn !== null && dueOn >= asOf
    ? `预计${chineseDate(dueOn)}前完成`
    : gap('转入持续整改的最后时限');
}
