/** All that a person should settle: about single problems, between problems, and about the file as a whole. */
import type { PlainDate } from '../../domain/words';
import type { ImportedProblem, ImportQuestion } from '../imported-feedback';
import type { Facts } from './facts';
import type { ProblemRead } from './problem';
import type { SheetReading } from './table-reading';

export interface Asking {
  readonly readings: readonly SheetReading[];
  /** In the order of `problems`. */
  readonly reads: readonly ProblemRead[];
  readonly problems: readonly ImportedProblem[];
  readonly facts: Facts;
  readonly since: PlainDate | null;
}

export function questionsOf(asking: Asking): readonly ImportQuestion[] {
  const { readings, reads, facts } = asking;
  return [
    ...facts.doubts.map((doubt) => ({ seq: null, ...doubt })),
    ...readings.flatMap(({ parts }) =>
      parts.flatMap(({ columns }) => columns.doubts.map((doubt) => ({ seq: null, ...doubt }))),
    ),
    ...reads.flatMap(({ doubts }, index) => doubts.map((doubt) => ({ seq: index + 1, ...doubt }))),
  ];
}
