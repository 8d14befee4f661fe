// Forms of several problems in one file: each on a page of its own, under the same title.
import { paragraph, type Block, type Row } from '../page/blocks';
import type { Pages } from '../page/pages';
import type { ProblemRecord, RectificationRecord } from '../record';
import { filledPage } from './filled-page';
import { formTable } from './form-rows';
import { numberOf } from './problem-facts';

export interface Sheets {
  readonly title: string;
  readonly problems: readonly ProblemRecord[];
  /** Said where there are no problems. */
  readonly none: string;
  readonly rows: (problem: ProblemRecord, record: RectificationRecord) => readonly Row[];
  /** Under the table. */
  readonly after?: (problem: ProblemRecord) => readonly Block[];
}

const apart = '　　　';

export function sheetPages(record: RectificationRecord, sheets: Sheets): Pages {
  const { title, problems, none, rows, after } = sheets;
  const pages = problems.flatMap((problem, index): readonly Block[] =>
    filledPage([
      { kind: 'title', text: title, newPage: index > 0 },
      paragraph(`单位：${record.unit}${apart}编号：${numberOf(problem)}`),
      formTable(rows(problem, record)),
      ...(after?.(problem) ?? []),
    ]),
  );
  const blocks: readonly Block[] =
    pages.length === 0 ? [{ kind: 'title', text: title }, paragraph(none)] : pages;
  return { look: 'form', title, blocks };
}
