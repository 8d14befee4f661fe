// The window in which a report is public, where the report states it: 公示时间：2023年7月1日至7月21日.
import { warningAt, type ImportWarning } from '../../import-warning';
import type { ImportedPeriod } from '../../imported-feedback';
import { datesIn, dayOf, firstSince, rangesIn } from '../../vocabulary/dates';
import { withPlainDigits } from '../../vocabulary/half-width';
import type { Line } from '../lines/lines';

export interface Publicity {
  readonly publicity: ImportedPeriod;
  readonly warnings: readonly ImportWarning[];
}

const stated =
  /(?:公示|公开|公布|公告|通报)(?:的)?(?:时间|期限|日期|时限|期)(?:为|是|自|从|共)?[:：]?|(?:公示|公开|公布)[^。；;]{0,10}个?(?:工作日|天)/;

/** `lines`: the text outside the problems. */
export function publicityOf(lines: readonly Line[], reportOn: string | null): Publicity {
  const none = { publicity: { from: null, to: null }, warnings: [] };
  for (const line of lines) {
    const found = stated.exec(line.text);
    if (found === null) continue;
    const words = line.text.slice(found.index, found.index + 80);
    const publicity = periodIn(words, reportOn);
    const length = /[一二三四五六七八九十\d]{1,3} ?个?(?:工作日|日|天)(?!期)/.exec(
      withPlainDigits(words).replace(/\d{1,2} ?月 ?\d{1,2} ?日/g, ''),
    )?.[0];
    if (publicity.to === null && length === undefined) continue;
    return { publicity, warnings: publicity.to === null ? [incomplete(line, words)] : [] };
  }
  return none;
}

function periodIn(words: string, reportOn: string | null): ImportedPeriod {
  const range = rangesIn(words)[0];
  const from = range?.from ?? datesIn(words)[0];
  const start =
    from === undefined
      ? null
      : from.year !== null
        ? dayOf(from, from.year)
        : reportOn === null
          ? null
          : firstSince(from, reportOn);
  if (range === undefined || start === null) return { from: start, to: null };
  return {
    from: start,
    to: range.to.year !== null ? dayOf(range.to, range.to.year) : firstSince(range.to, start),
  };
}

function incomplete(line: Line, words: string): ImportWarning {
  return warningAt(
    line.number,
    'publicity-incomplete',
    `公示期没有写明起止日期（“${words.slice(0, 30)}”），请补录起止日`,
  );
}
