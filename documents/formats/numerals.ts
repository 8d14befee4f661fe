// A count as Word prints it, by the name of its format. What is not known here is printed in plain digits.
import { chineseNumeral } from '../export/chinese-numeral';

export function numeral(count: number, format: string): string {
  return (numerals[format] ?? String)(count);
}

const letter = (count: number, first: string): string =>
  String.fromCharCode(first.charCodeAt(0) + ((Math.max(1, count) - 1) % 26)).repeat(
    Math.min(10, Math.ceil(Math.max(1, count) / 26)),
  );

const one = (signs: string) => (count: number) => [...signs][count - 1] ?? String(count);

const circled = one('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳');

const numerals: Readonly<Record<string, (count: number) => string>> = {
  decimalZero: (count) => String(count).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: (count) => `（${count}）`,
  upperLetter: (count) => letter(count, 'A'),
  lowerLetter: (count) => letter(count, 'a'),
  upperRoman: roman,
  lowerRoman: (count) => roman(count).toLowerCase(),
  chineseCounting: chineseNumeral,
  chineseCountingThousand: chineseNumeral,
  japaneseCounting: chineseNumeral,
  taiwaneseCounting: chineseNumeral,
  taiwaneseCountingThousand: chineseNumeral,
  ideographDigital: digitByDigit,
  japaneseDigitalTenThousand: digitByDigit,
  taiwaneseDigital: digitByDigit,
  chineseLegalSimplified: legal,
  ideographLegalTraditional: legal,
  ideographTraditional: one('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: one('子丑寅卯辰巳午未申酉戌亥'),
};

function fullWidth(count: number): string {
  return String(count).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

/** 23 → 二三 */
function digitByDigit(count: number): string {
  return [...String(count)].map((digit) => '〇一二三四五六七八九'[Number(digit)] ?? digit).join('');
}

/** 23 → 贰拾叁, as in accounts. */
function legal(count: number): string {
  const plain = count >= 10 && count < 20 ? `一${chineseNumeral(count)}` : chineseNumeral(count);
  return plain.replace(
    /[零一二三四五六七八九十百]/g,
    (sign) => accounts[plainSigns.indexOf(sign)] ?? sign,
  );
}

const plainSigns = '零一二三四五六七八九十百';
const accounts = '零壹贰叁肆伍陆柒捌玖拾佰';

const romans = [
  ...([
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
  ] as const),
  ...([
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const),
];

function roman(count: number): string {
  if (count < 1 || count > 3999) return String(count);
  return romans.reduce(
    ({ rest, text }, [value, sign]) => {
      const times = Math.floor(rest / value);
      return { rest: rest - times * value, text: text + sign.repeat(times) };
    },
    { rest: count, text: '' },
  ).text;
}
