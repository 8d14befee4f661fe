// The whole way: a real report is received, worked through by scenario, and what its journals say becomes a bulletin that is
// read again. The reports lie beside the repository and may be absent.
import { rehearse } from '../../../../client/rehearse';
import { bulletin, importFeedback, type RectificationRecord } from '../../../../documents';
import { noAuthorsPart, recordOf } from '../../../../documents/record';
import { withoutNumber } from '../../../../documents/export/headings';
import { calendar, describeCases, readCase, type Case } from '../../rehearse/cases/files';
import { scenario000, scenario003, scenario004, type Staged } from '../../rehearse/cases/scenarios';

type Play = readonly [
  prefix: string,
  months: 2 | 3 | 6,
  count: number,
  stage: (one: Case) => Staged,
];

const plays: readonly Play[] = [
  ['000', 3, 23, scenario000],
  ['003', 6, 53, scenario003],
  ['004', 2, 23, scenario004],
];

function play([prefix, months, , stage]: Play) {
  const one = readCase(prefix, months);
  const { scenario, until } = stage(one);
  const rehearsal = rehearse(one.reception, scenario, { calendar, until });
  const lines = [...rehearsal.journals]
    .flatMap(([workflow, own]) => own.map((line) => ({ workflow, line: { ...line } })))
    .sort((a, b) => (a.line.at < b.line.at ? -1 : a.line.at > b.line.at ? 1 : 0))
    .map((line, index) => ({ ...line, ordinal: index + 1, head: `head-${index + 1}` }));
  const at = (asOf: string) =>
    recordOf({
      ...{ id: one.reception.id, lines, asOf, author: noAuthorsPart },
      stageWord: (stage) => stage,
    });
  return { one, rehearsal, lines, at };
}

describeCases('a real report, worked through', () => {
  describe.each(plays)('%s', (...which) => {
    const [, , count] = which;
    let played: ReturnType<typeof play>;
    let record: RectificationRecord;

    beforeAll(() => {
      played = play(which);
      const last = played.at('9999-12-31');
      if (last === null) throw new Error('nothing was recorded');
      record = last;
    }, 60_000);

    test('stands in the record as in the workflows', () => {
      const standing = record.problems.map(
        ({ seq, title, status, kind, lamp, round, outcome }) => ({
          ...{ seq, title, status, kind, lamp, round, outcome },
        }),
      );
      const ends = played.rehearsal.problems.map(
        ({ seq, title, status, kind, lamp, round, outcome }) => ({
          ...{ seq, title, status, kind, lamp, round, outcome },
        }),
      );
      expect(standing).toEqual(ends);
      expect(record.journal).toEqual({
        lines: played.lines.length,
        hash: `head-${played.lines.length}`,
      });
      expect(record.inspection).toEqual(played.one.reception.inspection);
    });

    test('is read back out of its own bulletin', async () => {
      const again = importFeedback(await bulletin(record), '通报.docx');
      expect(again.problems).toHaveLength(count);
      expect(again.problems.map(({ status }) => status)).toEqual(
        record.problems.map(({ status }) => status),
      );
      const section = (words: string | null) => (words === null ? null : withoutNumber(words));
      expect(again.problems.map((each) => section(each.section))).toEqual(
        record.problems.map((each) => section(each.section)),
      );
      expect(again.declared.problems).toBe(count);
    });

    test('as of an earlier day nothing later is known', () => {
      const { feedbackOn } = played.one.reception;
      const first = played.at(feedbackOn);
      expect(first?.problems).toHaveLength(count);
      expect(first?.problems.every(({ status }) => status === 'inProgress')).toBe(true);
      expect(first?.problems.flatMap(({ reports }) => reports)).toEqual([]);
      expect(first?.journal.lines).toBeLessThan(record.journal.lines);
      expect(played.at('1999-01-01')).toBeNull();
    });
  });

  test('tells what people did: reports, reviews, signings, and what was carried over', () => {
    const { at } = play(plays[0] as Play);
    const problems = at('9999-12-31')?.problems ?? [];
    const done = problems.filter(({ status }) => status === 'completed');
    expect(done.every(({ signedOff, reviews }) => signedOff !== null && reviews.length > 0)).toBe(
      true,
    );
    expect(done.every(({ reports }) => reports.some(({ kind }) => kind === 'submission'))).toBe(
      true,
    );
    const carried = problems.filter(({ status }) => status === 'notCompleted');
    expect(carried.length).toBeGreaterThan(4);
    expect(carried.map(({ carriedOver, dueOn }) => carriedOver?.to === dueOn)).toEqual(
      carried.map(() => true),
    );
  });
});
