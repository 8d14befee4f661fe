/** A list of problems out of tables: the front door of documents/table. */
import type { Contents, Grid, Paragraph } from '../contents';
import type { ImportedFeedback, ImportedProblem } from '../imported-feedback';
import { factsOf, type Facts, type Saying } from './facts';
import { findHeader, type Header } from './header';
import { problemOf } from './problem';
import { questionsOf } from './questions';
import { nothingFound } from './nothing-found';
import { withoutSetAside } from './set-aside';
import { withSheetNames } from './sheet-names';
import { filled, plainText, sheetOf, type Sheet } from './sheet';
import { warningsOf } from './reading-warnings';
import { readSheet, type SheetReading } from './table-reading';

/** Whether any table of the file has the headings of a list of problems. */
export function looksLikeList(contents: Contents): boolean {
  return gridsOf(contents).some((grid) => findHeader(sheetOf(grid)) !== null);
}

/**
 * Every problem of every table, with what was guessed as questions that name sheet, row and column.
 * @param name the file as people call it, for messages
 * @throws ImportError (`no-problems-found`) where no table has headings, or none has rows under them
 */
export function feedbackFromGrids(all: Contents, name: string): ImportedFeedback {
  const contents = withoutSetAside(all);
  const readings = withSheetNames(readingsOf(contents));
  const records = readings.flatMap(({ parts }) => parts.flatMap((part) => part.records));
  if (records.length === 0) throw nothingFound(readings, name);
  const facts = factsOf([
    ...paragraphSayings(contents),
    ...readings.flatMap(({ sayings }) => sayings),
  ]);
  const since = facts.feedbackOn ?? facts.reportOn;
  const reads = records.map((record) => problemOf(record, since));
  const problems = reads.map(({ problem }, index): ImportedProblem => ({
    seq: index + 1,
    ...problem,
  }));
  return {
    ...withoutDoubts(facts),
    problems,
    warnings: warningsOf(readings, problems, facts),
    questions: questionsOf({ readings, reads, problems, facts }),
  };
}

function withoutDoubts({
  doubts: _doubts,
  declaredAt: _at,
  ...facts
}: Facts): Omit<Facts, 'doubts' | 'declaredAt'> {
  return facts;
}

function gridsOf({ blocks }: Contents): readonly Grid[] {
  return blocks.filter((block) => block.kind === 'grid');
}

function readingsOf({ blocks }: Contents): readonly SheetReading[] {
  const readings: SheetReading[] = [];
  let header: Header | null = null;
  let section: string | null = null;
  for (const block of blocks) {
    if (block.kind === 'paragraph') section = sectionIn(block) ?? section;
    else {
      const sheet = sheetOf(block);
      const reading = readSheet(sheet, {
        header: goesOn(sheet, header) ? header : null,
        section,
        group: null,
      });
      header = reading.parts.at(-1)?.header ?? header;
      readings.push(reading);
    }
  }
  return readings;
}

function sectionIn({ text }: Paragraph): string | null {
  return /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])[^。]{2,40}$/.test(
    text,
  )
    ? text
    : null;
}

/** A table cut by a page goes on without its headings: as many columns, the first a number. */
function goesOn(sheet: Sheet, header: Header | null): boolean {
  if (header === null || findHeader(sheet) !== null) return false;
  const first = sheet.rows.map(filled).find((cells) => cells.length > 0);
  return (
    sheet.width === Math.max(...header.headings.map(({ column }) => column)) &&
    (first?.length ?? 0) > 1
  );
}

function paragraphSayings({ blocks }: Contents): readonly Saying[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [{ text: plainText(block.text), at: `第${block.line}行` }] : [],
  );
}
