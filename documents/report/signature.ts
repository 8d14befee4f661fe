// Who reports and when: the name and the date a report is signed with, else its title and page header.
import { withArabicDates } from './cjk-numerals';
import { datesIn, dayOf } from './dates';
import type { Line } from './lines';

export interface Signature {
  readonly unit: string | null;
  readonly reportOn: string | null;
  /** The line of the date; past the end where there is none. */
  readonly line: number;
}

export function signatureOf(lines: readonly Line[]): Signature {
  const at = lines.findLastIndex(
    (line, index) => index >= lines.length - nearEnd && signedDate(line.text) !== null,
  );
  const dateLine = lines[at];
  const signer =
    dateLine === undefined
      ? null
      : (signerOn(dateLine.text) ?? unitName(lines[at - 1]?.text ?? ''));
  return {
    unit: signer ?? lastUnit(lines) ?? unitOfTitle(lines) ?? unitOfPreface(lines),
    reportOn: dateLine === undefined ? headerDate(lines) : signedDate(dateLine.text),
    line: dateLine?.number ?? Number.MAX_SAFE_INTEGER,
  };
}

const nearEnd = 15;

/** A line that is nothing but a date, or a unit's name followed by one. */
function signedDate(text: string): string | null {
  if (text.length > 60) return null;
  const arabic = withArabicDates(text).replace(/[。.]$/, '');
  const date = datesIn(arabic).at(-1);
  if (date === undefined || date.year === null || date.day === null) return null;
  if (date.end !== arabic.length) return null;
  const before = arabic.slice(0, date.index).trim();
  return before === '' || isUnit(before) ? dayOf(date, date.year) : null;
}

function signerOn(text: string): string | null {
  const arabic = withArabicDates(text);
  const date = datesIn(arabic).at(-1);
  return date === undefined ? null : unitName(arabic.slice(0, date.index).trim());
}

function unitName(text: string): string | null {
  return isUnit(text) ? text : null;
}

function isUnit(text: string): boolean {
  return (
    text.length >= 3 &&
    text.length <= 40 &&
    !/[。，,；;：:！？]/.test(text) &&
    /(?:党组|委员会|党委|工委|总支部?|支部|支委会|局|委|办|院|校|中心|公司|集团|协会|联合会|政府|办公室|社|馆|会|处|所|站)$/.test(
      text,
    )
  );
}

function lastUnit(lines: readonly Line[]): string | null {
  return (
    lines
      .slice(-nearEnd)
      .findLast((line) => /^(?:中共|中国共产党)/.test(line.text) && isUnit(line.text))?.text ?? null
  );
}

const titled =
  /^(?:【[^】]*】|文件名称[:：]|标 ?题[:：])? ?([^，,。；;：:]{3,40}?)(?:关于|对)[^。；;]{0,80}(?:通报|公告|公示|报告|情况|公布)$/;

function unitOfTitle(lines: readonly Line[]): string | null {
  for (const { text } of lines.slice(0, 20)) {
    const unit = titled.exec(text)?.[1];
    if (unit !== undefined && isUnit(unit)) return unit;
  }
  return null;
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

function headerDate(lines: readonly Line[]): string | null {
  for (const { text } of lines.slice(0, 20)) {
    if (!/^(?:成文|发文|发布|印发|公开|生成)?(?:日期|时间)[:：]/.test(text)) continue;
    const date = datesIn(text)[0];
    if (date !== undefined && date.year !== null && date.day !== null)
      return dayOf(date, date.year);
  }
  return null;
}
