/** The third sheet of the form: departments and people to choose from. */
import type { Workbook } from 'exceljs';
import type { Person } from '../../domain/people';
import { roleTerms } from '../../domain/role-terms';
import * as looks from '../export/sheet/looks';
import { notRead } from '../table/set-aside';
import { offers, type Offer } from './columns';

const sheetName = '名单';
const firstRow = 3;

/** Where each list stands, as a cell's validation names it. */
export type ListRanges = ReadonlyMap<Offer, string>;

export function addLists(workbook: Workbook, people: readonly Person[]): ListRanges {
  const sheet = workbook.addWorksheet(sheetName, {
    pageSetup: looks.printed('a4', 'portrait', `1:${firstRow - 1}`),
  });
  sheet.getCell('A1').value = `可选的部门和人员（${notRead}）`;
  sheet.getCell('A1').font = looks.headFont;
  return new Map(
    offers.flatMap((offer, index) => {
      const words = wordsFor(offer, people);
      const column = sheet.getColumn(index + 1);
      column.width = 22;
      column.font = looks.bodyFont;
      sheet.getCell(firstRow - 1, index + 1).value =
        offer === 'department' ? '部门' : roleTerms[offer];
      words.forEach((word, at) => (sheet.getCell(firstRow + at, index + 1).value = word));
      if (words.length === 0) return [];
      return [[offer, rangeOf(column.letter, words.length)] as const];
    }),
  );
}

function rangeOf(letter: string, count: number): string {
  return `'${sheetName}'!$${letter}$${firstRow}:$${letter}$${firstRow + count - 1}`;
}

/** Names; the ids of people who share one. */
function wordsFor(offer: Offer, people: readonly Person[]): readonly string[] {
  if (offer === 'department')
    return [...new Set(people.flatMap(({ department }) => department ?? []))];
  const shared = (name: string) => people.filter((person) => person.name === name).length > 1;
  return people
    .filter(({ roles }) => roles.includes(offer))
    .map(({ id, name }) => (shared(name) ? id : name));
}
