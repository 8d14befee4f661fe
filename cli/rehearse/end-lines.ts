/** Where everything stands when a rehearsal ends. */
import type { Rehearsal } from '../../client/rehearse';
import { statuses } from '../../domain/words';
import { lampWords, stageWords, statusWords } from '../../machines';
import { cut, table } from '../table';

const heads = ['序号', '问题', '阶段', '亮灯', '报告口径', '时限'];

export function endLines({
  problems,
  rectification,
  timetable,
  messages,
}: Rehearsal): readonly string[] {
  const rows = problems.map(({ seq, title, stage, lamp, status, dueOn }) => [
    String(seq),
    cut(title, 40),
    stageWords[stage],
    lampWords[lamp],
    statusWords[status],
    dueOn ?? '',
  ]);
  const { atPeriodEnd } = rectification;
  const refused = timetable.filter(({ kind }) => kind === 'refusal').length;
  const unassigned = problems.filter(({ stage }) => stage === 'unassigned').length;
  return [
    '预演结束时：',
    table(heads, rows),
    '',
    ...(atPeriodEnd === null
      ? []
      : [
          `集中整改期满时：${statuses.map((each) => `${statusWords[each]}${atPeriodEnd[each]}项`).join('、')}`,
        ]),
    `共送达${messages.length}份提醒，${rehearsedDays(timetable)}个有事项的日子。`,
    ...(refused === 0 ? [] : [`有${refused}步未被接受（见上文“未被接受”），请改正脚本。`]),
    ...(unassigned === 0
      ? []
      : [`有${unassigned}项尚未分办：没有责任部门，就没有人会因这些问题被提醒。`]),
  ];
}

function rehearsedDays(timetable: Rehearsal['timetable']): number {
  return new Set(timetable.map(({ at }) => at.slice(0, 10))).size;
}
