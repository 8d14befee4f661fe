/** Dates as words: kinds, states and hopes where a day should stand; years left out; numbers that lost their format. */
import type { KindBasis } from '../../../../../documents/imported-feedback';
import { contentsOf, type Value } from './grid-of';
import { facts, type Layout, type Meant } from './layout';

type Said = Pick<Meant, 'due' | 'kind' | 'status' | 'recurrence'>;

const words: readonly (readonly [Value, Said])[] = [
  ['立行立改', { due: null, kind: 'immediate' }],
  ['长期坚持', { due: null, kind: 'longTerm' }],
  ['持续推进', { due: null, kind: 'longTerm' }],
  ['已完成', { due: null, kind: null, status: 'completed' }],
  ['年内', { due: '2026-12-31', kind: null }],
  ['年底前', { due: '2026-12-31', kind: null }],
  ['5月底前', { due: '2026-05-31', kind: null }],
  ['第二季度', { due: '2026-06-30', kind: null }],
  ['三季度末', { due: '2026-09-30', kind: null }],
  ['46173', { due: '2026-05-31', kind: null }],
  ['6.30', { due: '2026-06-30', kind: null }],
  ['二〇二六年九月三十日', { due: '2026-09-30', kind: null }],
  ['2026年3月—2026年8月', { due: '2026-08-31', kind: null }],
  ['2026.3-2026.8', { due: '2026-08-31', kind: null }],
  ['立行立改，2026年4月30日前', { due: '2026-04-30', kind: 'immediate' }],
  ['2026年12月底前并长期坚持', { due: '2026-12-31', kind: 'longTerm' }],
  ['每季度', { due: null, kind: null, recurrence: ['每季度'] }],
  ['2026年上半年', { due: '2026-06-30', kind: null }],
  ['/', { due: null, kind: null }],
  ['1月15日', { due: '2027-01-15', kind: null }],
];

const doubtful: readonly (readonly [Value, Said])[] = [
  ['尽快', { due: null }],
  ['3个月内', { due: '2026-06-02' }],
  ['2026年1月底', { due: '2026-01-31' }],
  ['2026年2月30日', { due: null }],
];

export const looseDates = datesOf('words where dates should stand', true, words);
export const doubtfulDates = datesOf('dates that only a person can settle', false, doubtful);

function datesOf(name: string, clean: boolean, forms: readonly (readonly [Value, Said])[]): Layout {
  const formOf = (index: number) => forms[index % forms.length];
  return {
    name,
    clean,
    write: (problems) => ({
      contents: contentsOf({
        name: 'Sheet1',
        rows: [
          [...facts],
          ['No.', '主要问题', '预计完成时间'],
          ...problems.map(({ title }, index): Value[] => [
            `（${index + 1}）`,
            title,
            formOf(index)?.[0] ?? '',
          ]),
        ],
      }),
      meant: problems.map(({ title }, index): Meant => ({
        number: index + 1,
        title,
        kindBasis: basisOf(formOf(index)?.[1].kind ?? null),
        status: null,
        recurrence: [],
        ...formOf(index)?.[1],
      })),
    }),
  };
}

function basisOf(kind: Meant['kind'] | null): KindBasis | null {
  return kind === null ? null : 'stated';
}
