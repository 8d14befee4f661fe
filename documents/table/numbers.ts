/** The printed number of a problem: 3, 3.0, 三, （三）, 2.3 as its last part. */
import { numeralOf } from '../vocabulary/cjk-numerals';

export interface NumberRead {
  readonly number: number | null;
  readonly why: string | null;
}

export function numberOf(text: string): NumberRead {
  const words = text.normalize('NFKC').replace(/[\s()（）]|^(?:问题|第|No\.?|№)|[.、号项]$/g, '');
  if (/^\d+\.0+$/.test(words)) return { number: positive(Math.floor(Number(words))), why: null };
  const plain = positive(numeralOf(words));
  if (plain !== null) return { number: plain, why: null };
  const parts = /^(?:[\p{L}\d]+[-.—–_])+(\d{1,4})$/u.exec(words);
  const last = parts === null ? null : positive(Number(parts[1]));
  const why =
    last === null ? `序号“${text}”不是数字，没有填序号` : `序号“${text}”取了最后一段 ${last}`;
  return { number: last, why };
}

function positive(value: number | null): number | null {
  return value !== null && value > 0 ? value : null;
}
