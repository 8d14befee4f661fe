// Who reports and when: the name and the date a report is signed with, else its title and page header.
import { withArabicDates } from '../../vocabulary/cjk-numerals';
import { datesIn, dayOf } from '../../vocabulary/dates';
import type { Line } from '../lines/lines';

export interface Signature {
  readonly unit: string | null;
  readonly reportOn: string | null;
  /** Where the signature begins; past the end where there is none. */
  readonly line: number;
}

export function signatureOf(lines: readonly Line[]): Signature {
  const dated = lines.findLast(
    (line, index) => isNearEnd(index, lines.length) && signedDate(line.text) !== null,
  );
  const signer = dated === undefined ? lastUnit(lines) : signerOf(dated, lines);
  return {
    unit:
      fuller(signer?.text ?? null, unitOfTitle(lines)) ??
      unitOfByline(lines) ??
      unitOfPreface(lines),
    reportOn: dated === undefined ? headerDate(lines) : signedDate(dated.text),
    line: Math.min(signer?.number ?? Infinity, dated?.number ?? Infinity),
  };
}

/** The name before the date on its line, else on one of the two lines above it. */
function signerOf(dated: Line, lines: readonly Line[]): Line | null {
  const arabic = withArabicDates(dated.text);
  const before = arabic
    .slice(0, datesIn(arabic).at(-1)?.index ?? 0)
    .replace(filledIn, '')
    .trim();
  if (isUnit(before)) return { number: dated.number, text: before };
  const at = lines.indexOf(dated);
  const above = lines[at - 1];
  if (above !== undefined && mayName(above.text)) return above;
  return (
    lines.slice(Math.max(0, at - 3), at).findLast((line) => isUnit(line.text)) ?? lastUnit(lines)
  );
}

/** 白沙镇党委 signs what the title calls 中共白沙镇委员会, 县水利局 what it calls 云川县水利局: the full name is kept. */
function fuller(signer: string | null, titled: string | null): string | null {
  if (signer === null || titled === null) return signer ?? titled;
  const isFuller = titled.startsWith('中共') && !signer.startsWith('中');
  return isFuller || isShortFor(signer, titled) ? titled : signer;
}

/** 县残联党组 for 云川县残疾人联合会党组: all its characters, in their order. */
function isShortFor(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short.charAt(at)) at += 1;
  return at === short.length && /^[一-鿿]+$/.test(long) && !long.includes('巡察');
}

const nearEnd = 15;

/** Among the last lines, and in the second half of a short text: a date under the title is no signature. */
function isNearEnd(index: number, count: number): boolean {
  return index >= count - nearEnd && index * 2 >= count;
}

/** A line that is nothing but a date, or a unit's name followed by one. */
function signedDate(text: string): string | null {
  if (text.length > 60) return null;
  const arabic = withArabicDates(text).replace(/[。.]$/, '');
  const date = datesIn(arabic).at(-1);
  if (date === undefined || date.year === null || date.day === null) return null;
  if (date.end !== arabic.length) return null;
  const before = arabic.slice(0, date.index).replace(filledIn, '').trim();
  return before === '' || isUnit(before) ? dayOf(date, date.year) : null;
}

/** 填报单位：某局党组 填报时间：2026年1月20日 */
const filledIn = /^填[报表]单位[:：] ?|(?:填[报表]|报送|制表)(?:时间|日期)[:：] ?$/g;

/** Straight above the date any short line without punctuation is a name. */
function mayName(text: string): boolean {
  return (
    text.length >= 4 && text.length <= 40 && !/[。，,；;：:！？\d]|^(?:特此|附|联系|此)/.test(text)
  );
}

export function isUnit(text: string): boolean {
  return (
    text.length >= 3 &&
    text.length <= 40 &&
    !/[。，,；;：:！？]/.test(text) &&
    /(?:党组|委员会|党委|工委|总支部?|支部|支委会|局|委|办|院|校|中心|公司|集团|协会|联合会|政府|办公室|社|馆|会|处|所|站)$/.test(
      text,
    )
  );
}

function lastUnit(lines: readonly Line[]): Line | null {
  return (
    lines
      .slice(-nearEnd)
      .findLast((line) => /^(?:中共|中国共产党)/.test(line.text) && isUnit(line.text)) ?? null
  );
}

const titled =
  /^(?:【[^】]*】|文件名称[:：]|标 ?题[:：])? ?(?:关于)?([^，,。；;：:]{3,40}?)(?:关于|落实|贯彻|对|巡[察视])[^。；;]{0,80}(?:通报|公告|公示|公开|报告|情况|公布|方案|台账|清单)$/;

function unitOfTitle(lines: readonly Line[]): string | null {
  for (const text of titlesIn(lines.slice(0, 20))) {
    const unit = titled.exec(text)?.[1];
    if (unit !== undefined && isUnit(unit) && !/^关于|^.{0,2}[省市县区]委$/.test(unit)) return unit;
  }
  return null;
}

const longestTitle = 140;

/** Each line, alone and with the one or two it may be broken over. */
function titlesIn(lines: readonly Line[]): readonly string[] {
  const short = lines.filter(({ text }) => text.length <= longestTitle);
  return short.flatMap((_, index) =>
    [1, 2, 3].map((count) =>
      short
        .slice(index, index + count)
        .map(({ text }) => text)
        .join(''),
    ),
  );
}

function unitOfPreface(lines: readonly Line[]): string | null {
  for (const { text } of lines.slice(0, 20)) {
    const unit = /组[^，。；]{0,30}?对([^，,。；;]{3,40}?)(?:党组织)?(?:开展|进行|实施)/.exec(
      text,
    )?.[1];
    if (unit !== undefined) return unit;
  }
  return null;
}

/** （中共松林县林草局党组 2023年11月8日） under the title. */
function unitOfByline(lines: readonly Line[]): string | null {
  for (const { text } of lines.slice(0, 6)) {
    const line = withArabicDates(withoutBrackets(text));
    const before = line.slice(0, datesIn(line)[0]?.index ?? 0).trim();
    if (isUnit(before) && signedDate(line) !== null) return before;
  }
  return null;
}

function withoutBrackets(text: string): string {
  return text.replace(/^[（(](.*)[)）]$/, '$1').trim();
}

/** 成文日期：2023-05-09, or a date alone on a line, near the top. */
function headerDate(lines: readonly Line[]): string | null {
  for (const { text: line } of lines.slice(0, 20)) {
    const text = withoutBrackets(line);
    const named = /^(?:成文|发文|发布|印发|公开|生成)?(?:日期|时间)[:：]/.test(text);
    const date = datesIn(text)[0];
    if (!named && signedDate(text) === null) continue;
    if (date !== undefined && date.year !== null && date.day !== null)
      return dayOf(date, date.year);
  }
  return null;
}
