// The three real reports and what a careful reader finds in them: every field of every problem.
// They lie beside the repository and may be absent; then this says so and skips.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importFeedback, type ImportedFeedback, type ImportedProblem } from '../../../documents';
import { unstated } from './unstated';

const folder = join(__dirname, '../../../../shared/cases');
const present = existsSync(join(folder, 'truth.json'));
if (!present)
  console.info('the real reports (../shared/cases) are not here: their tests are skipped');

interface TrueProblem {
  readonly seq: number;
  readonly no: number;
  readonly group: string | null;
  readonly section: string;
  readonly title: string;
  readonly status: string | null;
  readonly kind: string | null;
  readonly kindBasis: string;
  readonly deadlineText: string | null;
  readonly deadlineResolved: string | null;
  readonly recurrence: readonly string[];
  readonly measureOrdinals: string;
}

interface TrueReport {
  readonly unit: string;
  readonly inspectedBy: string;
  readonly inspectionFrom: string;
  readonly inspectionTo: string;
  readonly feedbackDate: string;
  readonly reportDate: string;
  readonly asOf: string;
  readonly publicity: null;
  readonly declared: { readonly problems: number; readonly measures?: number } | null;
  readonly problems: readonly TrueProblem[];
}

/**
 * Where a rule cannot follow the reader: 定期 is kept or dropped by the reader beside an exact period
 * or in passing, and 定期分级提醒 is its whole phrase. The rule: exact periods, else 定期.
 */
const recurrenceDiffers: Readonly<
  Record<string, { got: readonly string[]; read: readonly string[] }>
> = {
  '003/6': { got: ['每月'], read: ['每月', '定期'] },
  '003/26': { got: ['定期'], read: [] },
  '004/4': { got: ['定期'], read: ['定期分级提醒'] },
  '004/23': { got: ['定期'], read: [] },
};

const reports: readonly (readonly [string, TrueReport])[] = present
  ? Object.entries(
      JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Record<string, TrueReport>,
    )
  : [];

(present ? describe : describe.skip)('the real reports', () => {
  if (!present) {
    it('are not here', () => undefined);
    return;
  }

  describe.each(reports)('%s', (file, truth) => {
    const imported = read(file);

    it('has the unit, the dates and the totals the reader found', () => {
      expect(imported).toMatchObject({
        unit: truth.unit,
        inspectedBy: truth.inspectedBy,
        inspection: { from: truth.inspectionFrom, to: truth.inspectionTo },
        feedbackOn: truth.feedbackDate,
        reportOn: truth.reportDate,
        asOf: truth.asOf,
        publicity: { from: null, to: null },
        declared: {
          problems: truth.declared?.problems ?? null,
          measures: truth.declared?.measures ?? null,
        },
      });
    });

    it('has every problem in every field', () => {
      expect(imported.problems.map((problem) => asRead(file, problem))).toEqual(
        truth.problems.map((problem) => asTold(file, problem)),
      );
    });
  });

  it('tells the slips of the first by line', () => {
    expect(codes(read(reports[0]?.[0] ?? ''))).toEqual([
      [29, 'label-without-colon'],
      [33, 'label-without-colon'],
      [41, 'label-without-colon'],
      [51, 'ordinal-skipped'],
      [51, 'label-without-colon'],
      [61, 'label-without-colon'],
      [65, 'label-without-colon'],
      [131, 'label-without-colon'],
      [null, 'declared-measures-differ'],
    ]);
  });

  it('tells the slips of the second by line', () => {
    expect(codes(read(reports[1]?.[0] ?? ''))).toEqual([
      [1, 'year-inferred'],
      [37, 'ordinal-repeated'],
      [47, 'status-label-mistaken'],
      [66, 'marks-unpaired'],
      [172, 'number-without-dot'],
    ]);
  });
});

function read(file: string): ImportedFeedback {
  return importFeedback(readFileSync(join(folder, file)), file);
}

function codes(imported: ImportedFeedback) {
  return imported.warnings.map(({ line, code }) => [line, code]);
}

function asRead(file: string, problem: ImportedProblem) {
  const { measures, recurrence, ...rest } = problem;
  const known = recurrenceDiffers[`${file.slice(0, 3)}/${problem.seq}`];
  const same = known !== undefined && known.got.join() === recurrence.join();
  return {
    ...rest,
    recurrence: [...(same ? known.read : recurrence)].sort(),
    ordinals: measures.map(({ ordinal }) => ordinal).join(''),
  };
}

function asTold(_file: string, told: TrueProblem) {
  return {
    ...unstated,
    seq: told.seq,
    number: told.no,
    group: told.group,
    section: told.section,
    title: told.title,
    kind: told.kind,
    kindBasis: told.kindBasis === 'not_stated' ? null : told.kindBasis,
    status: told.status,
    deadlineWords: told.deadlineText,
    due: told.deadlineResolved,
    recurrence: [...told.recurrence].sort(),
    ordinals: told.measureOrdinals,
  };
}
