/** 亮灯 of a problem: that of the wait under way, red once the work's date was missed, yellow for what is behind. */
import type { Wait } from '../../domain/schedule';
import type { Lamp } from '../../domain/words';
import { worse, type WaitState } from '../waits';
import type { ProblemContext } from './context';

/** The waits in which a problem itself stands, most telling first; urging runs beside them. */
const mainWaits: readonly Wait[] = ['acceptance', 'review', 'work', 'upkeep', 'lookBack', 'rest'];

export interface MainWait {
  readonly wait: Wait;
  readonly state: WaitState;
}

/** The wait under way; null while suspended, unassigned or closed. */
export function mainWait(context: ProblemContext): MainWait | null {
  const wait = mainWaits.find((each) => context.waits[each] !== undefined);
  const state = wait === undefined ? undefined : context.waits[wait];
  return wait === undefined || state === undefined ? null : { wait, state };
}

/** `main` is the lamp of the wait under way, unless another is given. While suspended the lamp stands still. */
export function lampOf(context: ProblemContext, main?: Lamp): Lamp {
  if (context.suspension !== null) return context.suspension.lamp;
  if (
    context.outcome !== null &&
    context.waits.lookBack === undefined &&
    context.waits.upkeep === undefined
  )
    return 'normal';
  const waiting = main ?? mainWait(context)?.state.lamp ?? 'normal';
  const urged = context.waits.urge?.lamp ?? 'normal';
  const missed: Lamp = context.missed ? 'overdue' : 'normal';
  const behind: Lamp = context.behind === null ? 'normal' : 'behind';
  return [urged, missed, behind].reduce(worse, waiting);
}
