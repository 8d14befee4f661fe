// What a label introduces on one line: 整改时限：2026年5月底.
import type { LabelKind } from './labels';

export interface Field {
  readonly kind: LabelKind;
  readonly name: string;
  readonly value: string;
  readonly line: number;
}
