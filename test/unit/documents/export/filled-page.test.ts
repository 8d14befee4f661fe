// How the page of a form is filled: the rows written on by hand share what is left.
import { filledPage } from '../../../../documents/export/forms/filled-page';
import { formTable, handRow, wideRow } from '../../../../documents/export/forms/form-rows';
import { paragraph, type Block } from '../../../../documents/export/page/blocks';

const page = (...texts: readonly string[]): readonly Block[] => [
  { kind: 'title', text: '销号单' },
  paragraph('单位：云川县水务局'),
  formTable([
    ...texts.map((text) => wideRow('完成情况', [text])),
    handRow('责任部门意见', ['签字：'], 2),
    handRow('整改办意见', ['签字：'], 2),
  ]),
];

const linesOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map(({ lines }) => lines) : []));

/** So many lines in the wide column: 31 characters and a half each. */
const full = (lines: number) => '落'.repeat(31 * lines);

describe('the page of a form', () => {
  it('gives its handwritten rows more room, but no more than anybody fills', () => {
    expect(linesOf(filledPage(page('已完成')))).toEqual([1, 8, 8]);
  });

  it('shares what is left where much is printed', () => {
    expect(linesOf(filledPage(page(full(24))))).toEqual([1, 5, 5]);
  });

  it('is as it was where it is full without', () => {
    const crowded = page(full(40));
    expect(filledPage(crowded)).toBe(crowded);
  });

  it('is as it was where nothing is written by hand', () => {
    const blocks = [formTable([wideRow('问题', ['甲'])])];
    expect(filledPage(blocks)).toBe(blocks);
  });
});
