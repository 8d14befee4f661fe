/** Which workflows a step of a scenario is sent to, as they stand at its instant. */
import { problemId } from '../../domain/ids';
import type { Selection } from '../../domain/scenario';
import type { State } from '../../engine/core';
import { statusOf } from '../../machines';
import { problemOf, shownOf } from './standing';

/** The workflows of the problems that have all of what is named, in order of `seq`. A number that nobody has selects nothing. */
export function selected(
  selection: Selection,
  rectification: string,
  seqs: readonly number[],
  stateOf: (workflow: string) => State | null,
): readonly string[] {
  const wanted = selection.seqs ?? seqs;
  return wanted
    .map((seq) => problemId(rectification, seq))
    .filter((workflow) => {
      const state = stateOf(workflow);
      return state !== null && fits(selection, state);
    });
}

function fits({ kind, status, stage, lamp, department }: Selection, state: State): boolean {
  const context = problemOf(state);
  const shown = shownOf(state);
  const is = (wanted: string | undefined, found: string | null): boolean =>
    wanted === undefined || wanted === found;
  return (
    is(kind, context.kind) &&
    is(stage, shown.stage) &&
    is(lamp, shown.lamp) &&
    is(department, context.assignment.department) &&
    is(status, statusOf(context, shown.stage, false))
  );
}
