// The second chapter: the numbers in a sentence, and a table of sections by status.
import { statuses } from '../../../domain/words';
import { chineseDate } from '../chinese-date';
import { withoutNumber } from '../headings';
import { paragraph, type Block, type Cell, type Row } from '../page/blocks';
import type { ProblemRecord, RectificationRecord } from '../record';
import { byStatus, standing, statusSentence, totalsOf } from '../totals';

export function overview(record: RectificationRecord): readonly Block[] {
  return [paragraph(sentence(record)), sectionTable(standing(record.problems))];
}

function sentence(record: RectificationRecord): string {
  const totals = totalsOf(record);
  const end = record.concentratedEnd;
  const states = statusSentence(totals.byStatus) || '没有需要整改的问题';
  return (
    `${record.inspectionWord}反馈问题${totals.problems}个，制定整改措施${totals.measures}条，` +
    `已落实${totals.measuresDone}条。` +
    (end === null ? '' : `集中整改期至${chineseDate(end)}。`) +
    `截至${chineseDate(record.asOf)}，${states}。` +
    (totals.withdrawn === 0 ? '' : `另有${totals.withdrawn}个事项经同意撤销。`) +
    (totals.withheld === 0 ? '' : `其中${totals.withheld}个问题拟不向社会公开。`)
  );
}

const columns = ['分类', '问题', '已完成', '阶段性完成', '正在整改', '未完成'] as const;

function sectionTable(problems: readonly ProblemRecord[]): Block {
  const sections = [...new Set(problems.map(sectionOf))];
  const rows = sections.map((section) =>
    countRow(
      section,
      problems.filter((problem) => sectionOf(problem) === section),
    ),
  );
  return {
    kind: 'table',
    widths: [36, 10, 12, 16, 14, 12],
    rows: [headerRow(), ...rows, countRow('合计', problems)],
  };
}

function sectionOf({ section }: ProblemRecord): string {
  return withoutNumber(section ?? '其他方面');
}

function headerRow(): Row {
  return { header: true, cells: columns.map((text) => ({ text: [text], label: true })) };
}

function countRow(section: string, problems: readonly ProblemRecord[]): Row {
  const counts = byStatus(problems);
  const numbers = [problems.length, ...statuses.map((status) => counts[status])];
  const cell = (value: number): Cell => ({ text: [String(value)], centred: true });
  return { cells: [{ text: [section] }, ...numbers.map(cell)] };
}
