// The summary as tables of words and numbers: what the workbook and the text both print.
import { statuses } from '../../../domain/words';
import { chineseDate } from '../chinese-date';
import { inOneLine } from '../clean';
import type { RectificationRecord } from '../record';
import { unassigned } from '../terms';
import { dueWithin, groupsOf, overdueOf, totalRow, type GroupRow, type Listed } from './groups';

export type Value = string | number;

export interface SummaryTable {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  /** The last row adds up the others. */
  readonly totalled: boolean;
}

export const daysAhead = 30;

const countHead = ['问题', '已完成', '阶段性完成', '正在整改', '未完成', '红灯', '完成率'];

export function countTables(record: RectificationRecord): readonly SummaryTable[] {
  const total = countRow(totalRow(record));
  return groupsOf(record).map(({ name, rows }) => ({
    name,
    head: [name.replace(/^按/, ''), ...countHead],
    rows: [...rows.map(countRow), total],
    totalled: true,
  }));
}

/** What is red, and what is due within 30 days. */
export function listTables(record: RectificationRecord): readonly SummaryTable[] {
  return [
    listTable('逾期清单', '逾期天数', overdueOf(record), (days) => (days > 0 ? days : '—')),
    listTable(
      `${daysAhead}天内到期`,
      '剩余天数',
      dueWithin(record, daysAhead),
      (days) => -days || 0,
    ),
  ];
}

/** Completed and phase-completed, of all. */
function countRow({ label, problems, byStatus, overdue }: GroupRow): readonly Value[] {
  const done = byStatus.completed + byStatus.phaseCompleted;
  const share = problems === 0 ? '—' : `${Math.round((done * 1000) / problems) / 10}%`;
  return [label, problems, ...statuses.map((status) => byStatus[status]), overdue, share];
}

function listTable(
  name: string,
  daysName: string,
  listed: readonly Listed[],
  days: (late: number) => Value,
): SummaryTable {
  const rows = listed.map(({ problem, daysLate }) => [
    problem.seq,
    inOneLine(problem.title),
    problem.department ?? unassigned,
    problem.responsibleLeader ?? unassigned,
    problem.dueOn === null ? '—' : chineseDate(problem.dueOn),
    daysLate === null ? '—' : days(daysLate),
    problem.stage,
  ]);
  const head = ['序号', '问题', '责任部门', '责任领导', '时限', daysName, '阶段'];
  return { name, head, rows, totalled: false };
}
