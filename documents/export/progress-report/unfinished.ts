// The fifth chapter: what is still open, why, and until when. A reason nobody recorded is a gap.
import { gap } from '../gap';
import { inOneLine } from '../clean';
import { paragraph, type Block } from '../page/blocks';
import { isUnderReview, progressWords } from '../progress-words';
import type { ProblemRecord, RectificationRecord } from '../record';
import { isOpen } from '../totals';

export function unfinished({ problems, asOf }: RectificationRecord): readonly Block[] {
  const open = problems.filter(isOpen);
  if (open.length === 0) return [paragraph('没有尚未完成整改的问题。')];
  return open.map((problem, index) => paragraph(`${index + 1}．${account(problem, asOf)}`));
}

function account(problem: ProblemRecord, asOf: string): string {
  const title = inOneLine(problem.title).replace(/[。；;]+$/, '');
  const reason = isUnderReview(problem) ? '' : `未完成原因：${reasonOf(problem)}。`;
  return `${title}。${progressWords(problem, asOf)}。${reason}${assistance(problem)}`;
}

/** Recorded with the carry-over, the suspension or the last extension. */
function reasonOf({ carriedOver, suspended, extensions }: ProblemRecord): string {
  const reason = carriedOver?.reason ?? suspended?.reason ?? extensions.at(-1)?.reason;
  return reason?.trim().replace(/[。；;]+$/, '') || gap('未完成的原因');
}

function assistance({ department, responsibleLeader }: ProblemRecord): string {
  return `责任领导${responsibleLeader ?? gap('责任领导')}，责任部门${department ?? gap('责任部门')}。`;
}
