/** What a file says around its tables: whose list it is, who inspected, when, how many problems there should be. */
import type { PlainDate } from '../../domain/words';
import type { ImportedPeriod } from '../imported-feedback';
import { isBlank } from './deadline';
import { dayInDigits } from './days';
import type { Doubt } from './doubt';
import { declaredIn } from '../report/around/declared';
import { numeralOf, withArabicDates } from '../vocabulary/cjk-numerals';
import { datesIn, dayOf, rangesIn } from '../vocabulary/dates';
import { prefaceOf } from '../report/around/preface';
import { publicityOf } from '../report/around/publicity';
import { signatureOf, type Signature } from '../report/around/signature';
import type { Line } from '../report/lines/lines';
import { asOfDay } from '../report/around/as-of';
import { filled, type SheetRow } from './sheet';

/** A text outside the tables' problems, and where it stands. */
export interface Saying {
  readonly text: string;
  readonly at: string;
}

export interface Facts {
  readonly unit: string | null;
  readonly inspectedBy: string | null;
  readonly inspection: ImportedPeriod;
  readonly feedbackOn: PlainDate | null;
  readonly reportOn: PlainDate | null;
  readonly asOf: PlainDate | null;
  readonly publicity: ImportedPeriod;
  readonly declared: { readonly problems: number | null; readonly measures: number | null };
  /** Where the number of problems is declared. */
  readonly declaredAt: string | null;
  readonly doubts: readonly Doubt[];
}

const labels = {
  unit: /^(?:(?:填报|整改|被巡察|被巡视|报送|上报|被检查|被审计)?(?:单位|党组织)(?:名称)?)$/,
  feedbackOn: /^(?:巡察|巡视|意见)?反馈(?:意见)?(?:时间|日期)$/,
  reportOn: /^(?:填报|填表|制表|报送|上报|更新|编制)(?:时间|日期)$|^日期$/,
  inspectedBy: /^(?:巡察|巡视|督察|检查|审计)(?:组|机构|单位)(?:名称)?$|^反馈(?:单位|机构|组)$/,
  inspection: /^(?:巡察|巡视|进驻|检查)(?:时间|日期|期间|起止时间)$/,
} as const;

type Label = keyof typeof labels;

export function factsOf(sayings: readonly Saying[]): Facts {
  const pairs = sayings.flatMap(({ text, at }) => pairsIn(text).map((pair) => ({ ...pair, at })));
  const valueOf = (label: Label) =>
    pairs.find(({ name, value }) => labels[label].test(name) && value !== '')?.value ?? null;
  const lines = sayings.map(({ text }, index) => ({ number: index + 1, text }));
  const signature = signatureOf(lines);
  const reportOn = dayIn(valueOf('reportOn')) ?? signature.reportOn;
  const preface = prefaceOf(lines, reportOn);
  const feedbackOn = dayIn(valueOf('feedbackOn')) ?? preface.feedbackOn;
  const unit = unitOf(valueOf('unit') ?? signerOf(signature), sayings);
  return {
    unit: unit.name,
    inspectedBy: valueOf('inspectedBy') ?? preface.inspectedBy,
    inspection: periodIn(valueOf('inspection')) ?? preface.inspection,
    feedbackOn,
    reportOn,
    asOf: asOfIn(sayings) ?? lastDayBefore(signature, lines),
    publicity: publicityOf(lines, reportOn).publicity,
    ...declaredBy(sayings, lines),
    doubts: unit.doubts,
  };
}

interface Pair {
  readonly name: string;
  readonly value: string;
}

/** 单位：云川县水务局（盖章） 填报日期：2026年4月1日 */
function pairsIn(text: string): readonly Pair[] {
  return text.split(/\n|\s+(?=[^\s:：]{2,10}[:：])/).flatMap((part) => {
    const found = /^([^:：]{2,14})[:：](.*)$/s.exec(part.trim());
    if (found === null) return [];
    const name = (found[1] ?? '').replace(/[（(][^）)]*[）)]|\s/g, '');
    return [{ name, value: (found[2] ?? '').replace(/[（(](?:盖章|公章|章)[）)]/g, '').trim() }];
  });
}

/** A row as text: a label in a cell of its own joins the value in the next. */
export function sayingOf(row: SheetRow): string {
  return filled(row)
    .map(({ text, date }) => (date === null || /\d{4}/.test(text) ? text : date))
    .reduce((whole, text) => {
      const before = whole.split('\n').at(-1) ?? '';
      if (/[:：]$/.test(before)) return `${whole}${text}`;
      const isLabel = Object.values(labels).some((pattern) =>
        pattern.test(before.replace(/\s/g, '')),
      );
      return isLabel ? `${whole}：${text}` : whole === '' ? text : `${whole}\n${text}`;
    }, '');
}

function dayIn(value: string | null): PlainDate | null {
  if (value === null || isBlank(value)) return null;
  const digits = dayInDigits(value, null)?.day ?? null;
  const mention = datesIn(withArabicDates(value))[0];
  if (digits !== null || mention === undefined || mention.year === null || mention.day === null)
    return digits;
  return dayOf(mention, mention.year);
}

function periodIn(value: string | null): ImportedPeriod | null {
  const range = value === null ? undefined : rangesIn(value)[0];
  if (range === undefined || range.from.year === null) return null;
  const { from, to } = range;
  const year = to.year ?? from.year ?? 0;
  return { from: dayOf(from, from.year ?? year, 'first'), to: dayOf(to, year) };
}

function asOfIn(sayings: readonly Saying[]): PlainDate | null {
  for (const { text } of sayings) {
    const found = /截[至止]到?[:：]?\s*((?:19|20)\d{2}[^，,。；;）)\s]{2,14})/.exec(text);
    const day = dayIn(found?.[1] ?? null);
    if (day !== null) return day;
  }
  return null;
}

function signerOf({ unit, line }: Signature): string | null {
  return line === Infinity ? null : unit;
}

/** A report that is signed speaks up to a day; a list that is not speaks of days to come. */
function lastDayBefore({ line, reportOn }: Signature, lines: readonly Line[]): PlainDate | null {
  return reportOn === null || line === Infinity
    ? null
    : asOfDay(
        lines.filter(({ number }) => number < line),
        reportOn,
      );
}

const bodies =
  '局|委员会|委|医院|学院|大学|学校|中学|小学|中心|公司|集团|办公室|政府|镇|乡|街道|银行|厅|站|所|社|院|校|处|部|场|馆';
const organisations = '党组|党委|党总支|党支部|机关党委';
/** A unit that is called with 中共 is called with its organisation too. */
const titled = new RegExp(
  `^(?:附件\\d*[:：]?\\s*)?((?:中共[\\p{Script=Han}]{2,24}?(?:${bodies})(?:${organisations})?)|(?:[\\p{Script=Han}]{2,24}?(?:${bodies})))(?:${organisations})?(?:关于|落实|贯彻|对|整改|巡察|巡视|反馈|问题|20\\d\\d)`,
  'u',
);

/** Said by a label; else read from a title, which a person should confirm. */
function unitOf(
  said: string | null,
  sayings: readonly Saying[],
): { readonly name: string | null; readonly doubts: readonly Doubt[] } {
  if (said !== null && !isBlank(said)) return { name: said, doubts: [] };
  for (const { text, at } of sayings) {
    const name = titled.exec(text.replace(/\s/g, ''))?.[1];
    if (name === undefined || /巡[察视]|^[省市县区]委|整改/.test(name)) continue;
    return { name, doubts: [{ field: 'unit', at, why: `单位名称“${name}”取自标题，请核对` }] };
  }
  return { name: null, doubts: [] };
}

type Declared = Pick<Facts, 'declared' | 'declaredAt'>;

function declaredBy(
  sayings: readonly Saying[],
  lines: readonly { readonly number: number; readonly text: string }[],
): Declared {
  const flat = lines.map((line) => ({ ...line, text: line.text.replace(/\n/g, '，') }));
  const told = declaredIn(flat);
  const sum = sayings.find(({ text }) => sumIn(text) !== null);
  const problems = told.problems ?? (sum === undefined ? null : sumIn(sum.text));
  const said = sayings.find(
    (_, index) => declaredIn(flat.slice(index, index + 1)).problems === problems,
  );
  return {
    declared: { problems, measures: told.measures },
    declaredAt: problems === null ? null : ((told.problems === null ? sum : said)?.at ?? null),
  };
}

/** 合计 | 23, 共计23个: the first number of a row of sums. */
function sumIn(text: string): number | null {
  if (!/^(?:合\s*计|总\s*计|共\s*计|共)/.test(text)) return null;
  const found = /(\d{1,4}|[一二三四五六七八九十百]{1,5})\s*(?:个|项|条|$|\n)/.exec(text);
  return found === null ? null : numeralOf(found[1] ?? '');
}
