// What a label introduces on one line: 整改时限：2026年5月底.
import type { LabelKind } from '../../vocabulary/labels';

export interface Field {
  readonly kind: LabelKind;
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

/** 整改目标：2026年9月底前全部复审: what is to be reached, and often by when. */
export function isGoal({ kind, name }: Field): boolean {
  return kind === 'about' && name.endsWith('目标');
}
