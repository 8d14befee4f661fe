/** One rectification as people read it: how many problems stand where, its dates and why, what may be done. */
import type { RectificationView } from '../client';
import { localTime } from '../machines/local-time';
import { stages } from '../machines';
import { statuses } from '../domain/words';
import { zh } from './messages/zh';
import {
  comingIn,
  comingLines,
  dateLines,
  incidentLines,
  labelled,
  mayLines,
  type Possible,
} from './show-parts';

const words = zh.commands.show;
const { labels } = words;

export function rectificationWords(view: RectificationView, may: readonly Possible[]): string {
  const { context, workflow } = view;
  const { waits, clock, unit, feedbackOn, plan, owing, lamp, stage } = context;
  return [
    words.wholeTitle(unit, feedbackOn, Object.keys(context.problems).length),
    ...labelled([
      [labels.workflow, workflow],
      [labels.standing, `${zh.wholeStages[stage] ?? stage}，${zh.lamps[lamp]}`],
      [labels.problems, problemCounts(view)],
      [
        labels.plan,
        plan.approvedAt === null
          ? words.planOpen
          : words.planApproved(localTime(clock, plan.approvedAt)),
      ],
      [labels.periodEnd, periodEnd(view)],
      [labels.owing, owing.length === 0 ? null : `${context.month} ${owing.join('、')}`],
    ]),
    ...dateLines(waits),
    ...comingLines(comingIn(waits, clock)),
    ...incidentLines(view),
    ...mayLines(may),
  ].join('\n');
}

function problemCounts({ context }: RectificationView): string {
  const all = Object.values(context.problems);
  return counted(stages, (each) => all.filter(({ stage }) => stage === each).length, zh.stages);
}

function periodEnd({ context }: RectificationView): string | null {
  const counts = context.periodEnd?.counts;
  return counts === undefined ? null : counted(statuses, (each) => counts[each], zh.statuses);
}

function counted<Word extends string>(
  order: readonly Word[],
  count: (word: Word) => number,
  called: Readonly<Record<Word, string>>,
): string {
  return order
    .filter((word) => count(word) > 0)
    .map((word) => zh.commands.receive.counted(called[word], count(word)))
    .join('、');
}
