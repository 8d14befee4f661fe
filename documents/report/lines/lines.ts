// Raw text into the lines worth reading, each with its number in the file as delivered.
// Takes away what word processors and web pages leave behind; never changes wording or punctuation.
import { withoutStackedTables } from './stacked-table';
import { withPlainDigits } from '../../vocabulary/half-width';

export interface Line {
  readonly number: number;
  readonly text: string;
}

export function readableLines(text: string): readonly Line[] {
  const lines = text
    .split(/\r\n|\n|\r/)
    .flatMap((raw, index) => withoutDebris(raw).map((part) => ({ number: index + 1, text: part })))
    .filter((line) => line.text !== '');
  return withoutStackedTables(lines).filter((line) => !isPageMark(line.text));
}

const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  quot: '"',
  apos: "'",
  amp: '&',
  lt: '<',
  gt: '>',
  mdash: '—',
  ndash: '–',
  middot: '·',
  hellip: '…',
  times: '×',
  laquo: '«',
  raquo: '»',
};

const invisible = '\\u00ad\\u200b-\\u200f\\u2060\\ufeff';
const bullets = '•●◆■▪◎★☆▲△※*·';
const strangeColons = '︰∶﹕';

/** What most lines look like: nothing in them to clean. */
const clean = new RegExp(
  `^[^\\s#${bullets}\\p{Cc}&<${strangeColons}${invisible}][^\\s*\\p{Cc}&<${strangeColons}${invisible}]*$`,
  'u',
);
const anyInvisible = new RegExp(`[${invisible}]`, 'g');
const anyStrangeColon = new RegExp(`[${strangeColons}]`, 'g');
const bullet = new RegExp(`^(?:#{1,6} |- (?=\\*\\*)|[${bullets}] ?)`);

function withoutDebris(raw: string): string[] {
  if (clean.test(raw)) return [raw];
  return decodeEntities(raw)
    .replace(/<\/?[a-zA-Z][^<>]{0,200}>/g, ' ')
    .replace(anyInvisible, '')
    .replace(anyStrangeColon, '：')
    .split(/[\f\v\u2028\u2029]/)
    .map((part) => part.replace(/[\s\p{Cc}]+/gu, ' ').trim())
    .map((part) => part.replace(spacedLabel, (label) => label.replace(/ /g, '')))
    .map((part) => part.replace(bullet, '').replace(/\*\*([^*]+)\*\*/g, '$1'));
}

function decodeEntities(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(
    /&(?:#(\d{1,6})|#x([0-9a-fA-F]{1,5})|([a-zA-Z]{2,8}));?/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return entities[name] ?? whole;
      const code = decimal !== undefined ? Number(decimal) : parseInt(hex ?? '', 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** 责 任 人： is spread over the width of a column. */
const spacedLabel = /^[一-鿿](?: [一-鿿]){2,7} ?(?=[:：])/;

const pageMarks: readonly RegExp[] = [
  /^[-—–－─_=*. ]+$/,
  /^[-—–－─·. ]*\d{1,4} ?[-—–－─·. ]*$/,
  /^第 ?\d{1,4} ?页(?:[,，/ ]*共 ?\d{1,4} ?页)?$/,
  /^\d{1,4} ?\/ ?\d{1,4}$/,
];

function isPageMark(text: string): boolean {
  return text.length <= 30 && pageMarks.some((mark) => mark.test(withPlainDigits(text)));
}
