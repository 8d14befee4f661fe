// Chinese numerals as reports use them for counting: 一 to 九百九十九, and the digits of a year.
import { withPlainDigits } from './half-width';

const digits = '零一二三四五六七八九';

/** 二十三 → 23. Arabic (also full-width) digits are read too; anything else is null. */
export function numeralOf(words: string): number | null {
  const arabic = withPlainDigits(words);
  if (/^\d{1,6}$/.test(arabic)) return Number(arabic);
  const parts =
    /^(?:([一二三四五六七八九])百零?)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(
      words,
    );
  if (parts === null || words === '') return null;
  const [, hundreds, tens, ten, ones] = parts;
  return (
    digitOf(hundreds) * 100 + (ten === undefined ? 0 : (digitOf(tens) || 1) * 10) + digitOf(ones)
  );
}

function digitOf(character: string | undefined): number {
  return character === undefined ? 0 : Math.max(0, digits.indexOf(character));
}

/** 二〇二三年六月三十日 → 2023年6月30日. */
export function withArabicDates(text: string): string {
  return text
    .replace(/[一二三四五六七八九〇○零Ｏ]{4}(?=年)/g, (year) =>
      [...year].map((digit) => Math.max(0, digits.indexOf(digit))).join(''),
    )
    .replace(/([一二三四五六七八九十]{1,3})(?=[月日])/g, (words) =>
      String(numeralOf(words) ?? words),
    );
}
