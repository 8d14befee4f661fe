/** What each row under a header is: a problem or part of one, a heading of a section, or nothing of the list. */
import type { Columns } from './columns';
import { isBlank } from './deadline';
import { breadth, filled, type SheetCell, type SheetRow } from './sheet';

export type RowRead =
  | { readonly kind: 'section' | 'group'; readonly words: string }
  | { readonly kind: 'foot'; readonly cell: SheetCell }
  | { readonly kind: 'example' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'data' };

export function readRow(row: SheetRow, columns: Columns): RowRead {
  const own = filled(row).filter(({ fromAbove, text }) => !fromAbove && !isBlank(text));
  if (own.length === 0 || countsColumns(own)) return { kind: 'nothing' };
  if (isExample(own)) return { kind: 'example' };
  return footOf(own) ?? sectionOf(own, row, columns) ?? { kind: 'data' };
}

/** A row （1）（2）（3）… or 1 2 3 … under the headings. */
function countsColumns(own: readonly SheetCell[]): boolean {
  return (
    own.length >= 4 &&
    own.every(({ text }, index) => text.replace(/[（()）栏]/g, '') === String(index + 1))
  );
}

function isExample([first]: readonly SheetCell[]): boolean {
  return (
    first !== undefined &&
    /^[（(【[]?(?:填写)?(?:示例|样例|举例|例)[）)】\]：:\d]*$/.test(first.text)
  );
}

const sums =
  /^(?:合 *计|总 *计|小 *计|共 *计|总 *数|累 *计)(?:[:：\d共（( ]|$)|^共(?:有|计)? ?[\d一二三四五六七八九十百]+ ?[个项条]/;
const signatures =
  /^(?:填表|填报|制表|审核|审批|复核|签字|签发|签批|批准|主要负责|单位负责|部门负责|分管领导|主要领导|负责|联系|经办|报送|上报|整改|被巡察|党组)?(?:人|单位|部门|领导|书记|日期|时间|电话|意见)?(?:签字|签名|盖章|公章|[（(](?:签字|签名|盖章|公章|章)[）)])* ?[:：_＿]|^(?:注|备注|说明|填表说明|填报说明) ?\d?[:：.、]/;

/** Sums and signatures; a problem's own row has more to say. */
function footOf(own: readonly SheetCell[]): RowRead | null {
  const [first] = own;
  if (first === undefined) return null;
  if (sums.test(first.text)) return { kind: 'foot', cell: first };
  const signed = own.length <= 4 && signatures.test(first.text) && own.every(isSaying);
  return signed ? { kind: 'foot', cell: first } : null;
}

/** A label with or without its value, or a value beside a label: nothing long, no number of a problem. */
function isSaying({ text }: SheetCell): boolean {
  return /[:：]/.test(text) || text.length <= 12;
}

const chapter =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]{1,3}(?:部分|类|方面|章))/;
const subchapter = /^[（(][一二三四五六七八九十]{1,3}[)）]/;

function sectionOf(own: readonly SheetCell[], row: SheetRow, columns: Columns): RowRead | null {
  const numbered = numberedSection(own, columns);
  if (numbered !== null) return numbered;
  const [cell] = own;
  if (cell === undefined || own.length > 1 || !headsRows(cell, row, columns)) return null;
  return { kind: subchapter.test(cell.text) ? 'group' : 'section', words: flat(cell.text) };
}

/** 一 | 党的建设方面, with nothing else in the row. */
function numberedSection(own: readonly SheetCell[], columns: Columns): RowRead | null {
  const [number, words] = own;
  if (own.length !== 2 || number === undefined || words === undefined || columns.of.size < 4)
    return null;
  if (number.column !== columns.of.get('number') || words.column !== columns.of.get('problem'))
    return null;
  if (/^[一二三四五六七八九十]{1,3}[、.]?$/.test(number.text))
    return {
      kind: 'section',
      words: `${number.text.replace(/[、.]$/, '')}、${flat(words.text)}`,
    };
  return subchapter.test(number.text)
    ? { kind: 'group', words: `${number.text}${flat(words.text)}` }
    : null;
}

/** Alone in its row and over the others: merged across, numbered as chapters are, or where a number should be. */
function headsRows(cell: SheetCell, row: SheetRow, columns: Columns): boolean {
  if (/^\d+$/.test(cell.text) || columns.of.size < 2) return false;
  const wide = Math.max(2, Math.ceil(columns.words.size / 2));
  if (breadth(row, cell) >= wide) return true;
  const number = columns.of.get('number');
  if (cell.column === number) return true;
  const numbered = chapter.test(cell.text) || subchapter.test(cell.text);
  return numbered && number !== undefined && cell.column <= (columns.of.get('problem') ?? 0);
}

function flat(text: string): string {
  return text.replace(/\s*\n\s*/g, '');
}
