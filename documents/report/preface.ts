// The facts a report opens with: who inspected, from when to when, when the feedback came.
import { warningAt, type ImportWarning } from '../import-warning';
import type { ImportedPeriod } from '../imported-feedback';
import { yearOf } from '../plain-date';
import { datesIn, dayOf, firstSince, latestUntil, rangesIn, type DateMention } from './dates';
import type { Line } from './lines';

export interface Preface {
  readonly inspectedBy: string | null;
  readonly inspection: ImportedPeriod;
  readonly feedbackOn: string | null;
  readonly warnings: readonly ImportWarning[];
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

function inspectionPeriod(
  lines: readonly Line[],
  reportOn: string | null,
): { inspection: ImportedPeriod; warnings: readonly ImportWarning[] } {
  for (const { text, number } of lines) {
    if (!/巡[察视]|督察|审计|检查/.test(text)) continue;
    const range = rangesIn(text, reportOn === null ? null : yearOf(reportOn))[0];
    if (range === undefined) continue;
    return periodOf(range.from, range.to, number, reportOn);
  }
  return { inspection: { from: null, to: null }, warnings: [] };
}

function periodOf(
  from: DateMention,
  to: DateMention,
  line: number,
  reportOn: string | null,
): { inspection: ImportedPeriod; warnings: readonly ImportWarning[] } {
  const start =
    from.year !== null
      ? dayOf(from, from.year, 'first')
      : to.year !== null
        ? dayOf(from, to.year, 'first')
        : reportOn === null
          ? null
          : latestUntil(from, reportOn);
  const end = to.year !== null ? dayOf(to, to.year) : start === null ? null : firstSince(to, start);
  const warnings = [
    ...(from.year === null && to.year === null ? [yearInferred(line, from.words, start)] : []),
    ...(from.day === null || to.day === null
      ? [warningAt(line, 'date-imprecise', `第${line}行：巡察起止只写到月份，按月初、月末录入`)]
      : []),
  ];
  return { inspection: { from: start, to: end }, warnings };
}

function feedbackDay(
  lines: readonly Line[],
  inspection: ImportedPeriod,
  reportOn: string | null,
): Fact {
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
  const since = inspection.to ?? inspection.from;
  const day =
    since !== null
      ? firstSince(date, since)
      : reportOn !== null
        ? latestUntil(date, reportOn)
        : null;
  return { day, warnings: [yearInferred(line, date.words, day)] };
}

function yearInferred(line: number, words: string, day: string | null): ImportWarning {
  const taken = day === null ? '无法推定' : `按上下文推定为${day}`;
  return warningAt(line, 'year-inferred', `第${line}行：“${words}”没有写年份，${taken}，请核对`);
}
