// 督办单: what is late, by how much, what is demanded and until when; with a slip to send back.
import { chineseDate, daysBetween } from '../chinese-date';
import { cleaned, linesOfText } from '../clean';
import { gap } from '../gap';
import { paragraph, type Block, type Row } from '../page/blocks';
import type { ProblemRecord, RectificationRecord, UrgeRecord } from '../record';
import { lampTerms, statusTerms } from '../terms';
import { isOpen } from '../totals';
import { formTable, handRow, pairRow, signaturePlace, wideRow } from './form-rows';
import { problemFacts } from './problem-facts';
import { docxFile } from '../page/docx-file';
import type { Pages } from '../page/pages';
import { sheetPages } from './sheet-pages';

/**
 * The sheets as one Word file (.docx), a problem a page; the same record gives the same bytes.
 * @param seqs which problems; null: all open ones that are overdue or have been urged
 */
export async function urgeSheets(
  record: RectificationRecord,
  seqs: readonly number[] | null = null,
): Promise<Uint8Array> {
  return docxFile(urgePages(record, seqs), cleaned(record));
}

export function urgePages(record: RectificationRecord, seqs: readonly number[] | null): Pages {
  const clean = cleaned(record);
  const needsUrging = (problem: ProblemRecord) =>
    isOpen(problem) && (problem.lamp === 'overdue' || problem.urges.length > 0);
  return sheetPages(clean, {
    title: `${clean.inspectionWord}反馈问题整改督办单`,
    problems: clean.problems.filter((problem) =>
      seqs === null ? needsUrging(problem) : seqs.includes(problem.seq),
    ),
    none: '没有需要督办的问题。',
    rows: urgeRows,
    after: replySlip,
  });
}

function urgeRows(problem: ProblemRecord, { asOf }: RectificationRecord): readonly Row[] {
  const last = problem.urges.at(-1);
  const before = problem.urges.slice(0, -1);
  return [
    ...problemFacts(problem),
    pairRow(['当前状态', stateOf(problem)], ['逾期', late(problem, asOf)]),
    wideRow('最近进展', latest(problem)),
    ...(before.length === 0 ? [] : [wideRow('此前督办', before.map(earlier))]),
    wideRow('督办要求', linesOfText(last?.text ?? gap('督办要求')), 3),
    pairRow(
      ['最后时限', dateOr(last?.due ?? null, '最后时限')],
      ['督办日期', dateOr(last?.on ?? null, '督办日期')],
    ),
    handRow('督办人', [...(last === undefined ? [] : [last.byName]), signaturePlace], 2),
  ];
}

function stateOf({ stage, status, lamp }: ProblemRecord): string {
  return `${stage}（${statusTerms[status]}），${lampTerms[lamp]}`;
}

/** In calendar days, by the date that holds now. */
function late({ dueOn }: ProblemRecord, asOf: string): string {
  const days = dueOn === null ? 0 : daysBetween(dueOn, asOf);
  return days > 0 ? `已逾期${days}天` : '未到时限';
}

function latest({ reports }: ProblemRecord): readonly string[] {
  const last = reports.at(-1);
  return last === undefined
    ? ['尚未报送进展']
    : linesOfText(`${chineseDate(last.on)}（${last.byName}）${last.text}`);
}

function earlier({ on, text, acknowledgedOn, acknowledgedBy }: UrgeRecord): string {
  const answer =
    acknowledgedOn === null
      ? '未签收'
      : `${acknowledgedBy ?? ''}${chineseDate(acknowledgedOn)}签收`;
  return `${chineseDate(on)}：${text.trim()}（${answer}）`;
}

/** Filled in where the last urge has been acknowledged. */
function replySlip({ urges }: ProblemRecord): readonly Block[] {
  const last = urges.at(-1);
  const on = last?.acknowledgedOn ?? null;
  return [
    paragraph('－－－－－－－－－－－－－－－－－　回　执　－－－－－－－－－－－－－－－－－'),
    formTable([
      pairRow(
        ['签收人', last?.acknowledgedBy ?? ''],
        ['签收日期', on === null ? '' : chineseDate(on)],
      ),
      handRow('办理情况', [''], 3),
      pairRow(['拟完成日期', ''], ['部门负责人', '']),
    ]),
  ];
}

function dateOr(day: string | null, what: string): string {
  return day === null ? gap(what) : chineseDate(day);
}
