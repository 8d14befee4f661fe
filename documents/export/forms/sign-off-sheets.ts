// 销号单: one sheet a problem, with what was done, what proves it, and what each reviewer said; places for ink.
import { chineseDate } from '../chinese-date';
import { cleaned } from '../clean';
import { paragraphsOf } from '../deeds';
import { gap } from '../gap';
import type { Row } from '../page/blocks';
import type { EvidenceRecord, MeasureRecord, ProblemRecord, RectificationRecord } from '../record';
import { recurrenceTerms } from '../terms';
import { wideRow } from './form-rows';
import { problemFacts } from './problem-facts';
import { conclusion, opinions } from './opinions';
import { docxFile } from '../page/docx-file';
import type { Pages } from '../page/pages';
import { sheetPages } from './sheet-pages';

/**
 * The sheets as one Word file (.docx), a problem a page; the same record gives the same bytes.
 * @param seqs which problems; null: all that were submitted, phase-approved or signed off
 */
export async function signOffSheets(
  record: RectificationRecord,
  seqs: readonly number[] | null = null,
): Promise<Uint8Array> {
  return docxFile(signOffPages(record, seqs), cleaned(record));
}

export function signOffPages(record: RectificationRecord, seqs: readonly number[] | null): Pages {
  const clean = cleaned(record);
  const wanted = ({ seq, ...problem }: ProblemRecord) =>
    seqs === null ? isSubmitted(problem) : seqs.includes(seq);
  return sheetPages(clean, {
    title: `${clean.inspectionWord}反馈问题整改销号单`,
    problems: clean.problems.filter(wanted),
    none: '没有已报送完成的问题。',
    rows: signOffRows,
  });
}

type Submitted = Pick<ProblemRecord, 'reports' | 'phase' | 'signedOff'>;

function isSubmitted({ reports, phase, signedOff }: Submitted): boolean {
  return phase !== null || signedOff !== null || reports.some(({ kind }) => kind === 'submission');
}

function signOffRows(problem: ProblemRecord): readonly Row[] {
  const { subFindings, measures } = problem;
  return [
    ...problemFacts(problem),
    ...(subFindings.length === 0
      ? []
      : [
          wideRow(
            '具体表现',
            subFindings.map(({ text }, index) => `${index + 1}．${text}`),
          ),
        ]),
    wideRow('整改措施', measures.length === 0 ? [gap('整改措施')] : measures.map(measureText), 2),
    wideRow('完成情况', doneText(problem), 3),
    wideRow('佐证材料', evidenceText(problem.evidence)),
    ...opinions(problem),
    conclusion(problem),
  ];
}

function measureText({ ordinal, text, done, doneOn, recurrence }: MeasureRecord): string {
  const ended = doneOn === null ? '已完成' : `${chineseDate(doneOn)}完成`;
  const notes = [
    ...(recurrence === null ? [] : [recurrenceTerms[recurrence]]),
    ...(done ? [ended] : []),
  ];
  return `${ordinal}．${text.trim()}${notes.length === 0 ? '' : `（${notes.join('，')}）`}`;
}

function doneText({ reports, publicText }: ProblemRecord): readonly string[] {
  const last = reports.findLast(({ kind }) => kind === 'submission') ?? reports.at(-1);
  const text = last?.text ?? publicText ?? gap('完成情况');
  const by = last === undefined ? [] : [`（${chineseDate(last.on)}，${last.byName}）`];
  return [...paragraphsOf(text), ...by];
}

function evidenceText(evidence: readonly EvidenceRecord[]): readonly string[] {
  if (evidence.length === 0) return ['无电子材料'];
  return evidence.map(
    ({ name, size, sha256 }, index) =>
      `${index + 1}．${name}（${sizeWords(size)}，校验码${sha256.slice(0, 12)}）`,
  );
}

function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes}字节`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${Math.round(kilobytes)}KB` : `${(kilobytes / 1024).toFixed(1)}MB`;
}
