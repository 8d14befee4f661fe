/** Five hundred invented problems written down in every layout: each field is as it was meant, or asked about. */
import { feedbackFromGrids, looksLikeList } from '../../../../documents/table';
import { layouts } from './layouts';
import { inventedProblems } from './layouts/invented';
import { misread, questionShare } from './layouts/compared';

const problems = inventedProblems(500, 20260302);

describe.each(layouts)('$name', ({ write, clean }) => {
  const { contents, meant } = write(problems);
  const feedback = feedbackFromGrids(contents, '清单.xlsx');

  test('is a list with its facts', () => {
    expect(looksLikeList(contents)).toBe(true);
    expect(feedback.feedbackOn).toBe('2026-03-02');
    expect(feedback.problems).toHaveLength(meant.length);
  });

  test('every field is as meant, or asked about', () => {
    expect(misread(feedback, meant).slice(0, 3)).toEqual([]);
  });

  test('asks no more than it must', () => {
    expect(questionShare(feedback, meant)).toBeLessThanOrEqual(clean ? 0.02 : 0.3);
  });

  test('every question names a sheet and a cell that are there', () => {
    const places = new Set(cellsOf(contents));
    for (const { at } of feedback.questions) expect(places).toContain(at);
  });
});

function cellsOf(contents: ReturnType<(typeof layouts)[number]['write']>['contents']) {
  return contents.blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [`第${block.line}行`]
      : block.rows.flatMap(({ row, cells }) =>
          cells.map(({ column }) => `${block.name}!${String.fromCharCode(64 + column)}${row}`),
        ),
  );
}
