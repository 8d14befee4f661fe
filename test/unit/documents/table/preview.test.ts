/** A preview read back is the import it was made from. */
import fc from 'fast-check';
import { feedbackFromFile } from '../../../../documents/feedback-file';
import type { ImportedFeedback } from '../../../../documents/imported-feedback';
import { previewOf } from '../../../../documents/preview/preview';
import { feedbackFromGrids } from '../../../../documents/table';
import { layouts } from './layouts';
import { contentsOf } from './layouts/grid-of';
import { inventedProblems } from './layouts/invented';

const problems = inventedProblems(60, 7);

/** What a preview says in comments is not data. */
function data({ warnings: _warnings, questions: _questions, ...rest }: ImportedFeedback) {
  return rest;
}

test.each(layouts)('$name', ({ write }) => {
  const feedback = feedbackFromGrids(write(problems).contents, '清单.xlsx');
  expect(data(feedbackFromFile(previewOf(feedback, '清单.xlsx')))).toEqual(data(feedback));
});

test('whatever stands in the cells', () => {
  const words = fc.string({
    unit: fc.constantFrom(...'问题一二，。：:#-"\'\n 1.%@&*![]{}|>?'),
    maxLength: 24,
  });
  const row = fc.tuple(words, words, words, words, words);
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
      const contents = contentsOf({
        name: 'Sheet1',
        rows: [
          ['问题', '整改措施', '责任领导', '责任部门', '整改时限'],
          ['某问题', '', '', '', ''],
          ...rows,
        ],
      });
      const feedback = feedbackFromGrids(contents, 'x.xlsx');
      expect(data(feedbackFromFile(previewOf(feedback, 'x.xlsx')))).toEqual(data(feedback));
    }),
    { seed: 11, numRuns: 300 },
  );
});

test('says what was guessed, where and why, and what is missing', () => {
  const contents = contentsOf({
    name: '清单',
    rows: [
      ['序号', '问题', '整改时限', '责任领导'],
      ['1', '台账不清', '尽快', '财务科'],
    ],
  });
  const preview = previewOf(feedbackFromGrids(contents, '清单.xlsx'), '清单.xlsx');
  expect(preview).toMatch(/# 请核对 整改时限 due（清单!C2）：“尽快”看不出具体日期.*\n +due: null/);
  expect(preview).toMatch(/# 请核对 责任领导 responsibleLeaders（清单!D2）：“财务科”像是部门/);
  expect(preview).toMatch(/# 缺：整改类型（kind）、整改时限（due）、责任部门（department）/);
  expect(preview).toMatch(/# 缺：单位名称/);
});
