/** A layout: how somebody writes a list down, and what they mean by it. */
import type { ImportedProblem } from '../../../../../documents/imported-feedback';
import type { Contents } from '../../../../../documents/contents';
import type { Invented } from './invented';

export type Meant = Partial<Omit<ImportedProblem, 'seq'>>;

export interface Written {
  readonly contents: Contents;
  /** Only the fields this layout has room for. */
  readonly meant: readonly Meant[];
}

export interface Layout {
  readonly name: string;
  /** Nothing in it needs a guess: hardly any question may be asked. */
  readonly clean: boolean;
  readonly write: (problems: readonly Invented[]) => Written;
}

export const kindWords = {
  immediate: '立行立改',
  timeLimited: '限期整改',
  longTerm: '长期坚持',
} as const;

/** 2026年5月8日 */
export function chineseDay(day: string): string {
  const [year = '', month, date] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}

export function monthEnd(day: string): string {
  const [year, month] = day.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, month ?? 1, 0)).toISOString().slice(0, 10);
}

export const facts = ['填报单位：云川县水务局', '反馈时间：2026年3月2日'] as const;
