/** All that a person should settle: about the file as a whole first, then problem by problem. */
import type { ImportedProblem, ImportQuestion } from '../imported-feedback';
import type { Facts } from './facts';
import { askedOnce } from './asked-once';
import type { ProblemRead } from './problem';
import { repeats } from './repeats';
import type { SheetReading } from './table-reading';

export interface Asking {
  readonly readings: readonly SheetReading[];
  /** In the order of `problems`. */
  readonly reads: readonly ProblemRead[];
  readonly problems: readonly ImportedProblem[];
  readonly facts: Facts;
}

export function questionsOf(asking: Asking): readonly ImportQuestion[] {
  const ofFile = [...asking.facts.doubts, ...askedOnce(asking)];
  const ofProblems = asking.reads.flatMap(({ doubts }, index) =>
    doubts.map((doubt) => ({ seq: index + 1, ...doubt })),
  );
  const all = [...ofProblems, ...repeats(asking)].sort((a, b) => a.seq - b.seq);
  return [...ofFile.map((doubt) => ({ seq: null, ...doubt })), ...all];
}
