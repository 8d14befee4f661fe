// 1 → 一, 23 → 二十三, 107 → 一百零七: the numbers of chapters and sections.

const digits = '零一二三四五六七八九';

/** From 1 to 999; a larger number stays in digits. */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 999) return String(value);
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  const head = hundreds === 0 ? '' : `${digit(hundreds)}百`;
  if (rest === 0) return head;
  if (hundreds > 0 && rest < 10) return `${head}零${digit(rest)}`;
  return head + belowHundred(rest, hundreds > 0);
}

/** 十二, but 一百一十二. */
function belowHundred(value: number, afterHundred: boolean): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const ten = tens === 0 ? '' : `${tens === 1 && !afterHundred ? '' : digit(tens)}十`;
  return ten + (ones === 0 ? '' : digit(ones));
}

function digit(value: number): string {
  return digits.charAt(value);
}
