// The facts a report opens with: who inspected, from when to when, when the feedback came.
import { warningAt, type ImportWarning } from '../../import-warning';
import type { ImportedPeriod } from '../../imported-feedback';
import { yearOf } from '../../plain-date';
import {
  datesIn,
  dayOf,
  firstSince,
  latestUntil,
  rangesIn,
  type DateMention,
  type RangeMention,
} from '../../vocabulary/dates';
import type { Line } from '../lines/lines';
import { doubtsOf, yearDoubts, type Doubt } from '../questions';

export interface Preface {
  readonly inspectedBy: string | null;
  readonly inspection: ImportedPeriod;
  readonly feedbackOn: string | null;
  readonly warnings: readonly ImportWarning[];
  readonly doubts: readonly Doubt[];
}

interface Fact {
  readonly day: string | null;
  readonly warnings: readonly ImportWarning[];
}

/** `lines`: the text before the problems; `reportOn` helps where years are missing. */
export function prefaceOf(lines: readonly Line[], reportOn: string | null): Preface {
  const period = inspectionPeriod(lines, reportOn);
  const feedback = feedbackDay(lines, period.inspection, reportOn);
  return {
    inspectedBy: inspectors(lines),
    inspection: period.inspection,
    feedbackOn: feedback.day,
    warnings: [...period.warnings, ...feedback.warnings],
    doubts: [
      ...yearDoubts('inspection', period.warnings),
      ...yearDoubts('feedbackOn', feedback.warnings),
      ...doubtsOf(feedback.warnings),
    ],
  };
}

const team =
  /([一-鿿0-9（）()“”]{0,30}?(?:巡[察视]|督察|督查|审计|检查|考核)(?:第?[一二三四五六七八九十\d]{1,3})?组)/g;

function inspectors(lines: readonly Line[]): string | null {
  const dated = lines.filter(({ text }) => datesIn(text).length > 0);
  for (const { text } of [...dated, ...lines]) {
    for (const found of text.matchAll(team)) {
      const name = (found[1] ?? '').replace(beforeName, '');
      if (!/^(?:巡|反馈|整改|各|该|本)/.test(name) && !/领导小组/.test(name)) return name;
    }
  }
  return null;
}

/** What runs into a name where no comma stands: 2022年3月7日至4月29日, 由, 根据县委部署和. */
const beforeName =
  /^.*(?:[日月年起]|根据|按照|部署|安排|要求|关于|落实|接受)(?:由|经|和|与|及|，)*|^(?:由|经|受|至|对|向|被|和|与|及|现将)+/;

interface Period {
  readonly inspection: ImportedPeriod;
  readonly warnings: readonly ImportWarning[];
}

function inspectionPeriod(lines: readonly Line[], reportOn: string | null): Period {
  for (const { text, number } of lines) {
    if (!/巡[察视]|督察|审计|检查/.test(text)) continue;
    const ranges = rangesIn(text, reportOn === null ? null : yearOf(reportOn));
    const range = ranges.find(({ from }) => !otherPeriod.test(text.slice(0, from.index)));
    if (range !== undefined) return periodOf(range, number, reportOn);
  }
  return { inspection: { from: null, to: null }, warnings: [] };
}

/** 公示期自2026年2月1日起, 集中整改期（2026年5月20日—8月20日）: other periods than the inspection's. */
const otherPeriod = /(?:公[示开布告](?:的)?(?:期|时间|日期)|整改期(?:间|限)?)[^。；;，,]{0,6}$/;

function periodOf({ from, to }: RangeMention, line: number, reportOn: string | null): Period {
  const start = startOf(from, to, reportOn);
  const end = endOf(to, start);
  const imprecise = '巡察起止只写到月份，按月初、月末录入';
  return {
    inspection: { from: start, to: end },
    warnings: [
      ...(from.year === null && to.year === null ? [yearInferred(line, from.words, start)] : []),
      ...(from.day === null || to.day === null
        ? [warningAt(line, 'date-imprecise', imprecise)]
        : []),
    ],
  };
}

/** The year of its own, else that of the end, else the latest before the report. */
function startOf(from: DateMention, to: DateMention, reportOn: string | null): string | null {
  const year = from.year ?? to.year;
  if (year !== null) return dayOf(from, year, 'first');
  return reportOn === null ? null : latestUntil(from, reportOn);
}

function endOf(to: DateMention, start: string | null): string | null {
  if (to.year !== null) return dayOf(to, to.year);
  return start === null ? null : firstSince(to, start);
}

function feedbackDay(
  lines: readonly Line[],
  inspection: ImportedPeriod,
  reportOn: string | null,
): Fact {
  for (const { text, number } of lines) {
    const label =
      /(?:^(?:[\d一二三四五]{1,2}[)）.．、] ?)?|[（(，,；;。 ])(?:巡[察视])?(?:意见)?反馈(?:意见)?(?:时间|日期)[:：为是] ?/.exec(
        text,
      );
    const from = (label?.index ?? 0) + (label?.[0].length ?? 0);
    const date = label === null ? undefined : datesIn(text).find(({ index }) => index >= from);
    if (date !== undefined) return feedbackFact(date, number, inspection, reportOn);
  }
  for (const word of [/反馈(?!会)/g, /反馈会/g]) {
    for (const { text, number } of lines) {
      const date = dateBefore(text, word);
      if (date !== null) return feedbackFact(date, number, inspection, reportOn);
    }
  }
  const missing = '文中未找到反馈日期，请在系统中补录';
  return { day: null, warnings: [warningAt(null, 'feedback-date-missing', missing)] };
}

/** The last date before the word in the same sentence; the ends of a period are none. */
function dateBefore(text: string, word: RegExp): DateMention | null {
  const ends = new Set(rangesIn(text).flatMap((range) => [range.from.index, range.to.index]));
  const dates = datesIn(text).filter((date) => !ends.has(date.index));
  for (const { index } of text.matchAll(word)) {
    const date = dates.findLast(({ end }) => end <= index && index - end < 80);
    if (date !== undefined && !/[。；;]/.test(text.slice(date.end, index))) return date;
  }
  return null;
}

function feedbackFact(
  date: DateMention,
  line: number,
  inspection: ImportedPeriod,
  reportOn: string | null,
): Fact {
  if (date.year !== null) return { day: dayOf(date, date.year), warnings: [] };
  const day = inferredDay(date, inspection.to ?? inspection.from, reportOn);
  return { day, warnings: [yearInferred(line, date.words, day)] };
}

/** The first such day since the inspection, else the latest before the report. */
function inferredDay(
  date: DateMention,
  since: string | null,
  reportOn: string | null,
): string | null {
  if (since !== null) return firstSince(date, since);
  return reportOn === null ? null : latestUntil(date, reportOn);
}

function yearInferred(line: number, words: string, day: string | null): ImportWarning {
  const taken = day === null ? '无法推定' : `按上下文推定为${day}`;
  return warningAt(line, 'year-inferred', `“${words}”没有写年份，${taken}，请核对`);
}
