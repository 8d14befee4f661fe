/** From a snapshot of the ticket's machine to what people see of it. */
import type { AnyMachineSnapshot } from 'xstate';
import type { Facts, Stage } from './ticket';
import type { TicketContext } from './ticket-machine';

/** What people see of a snapshot. */
export function factsOf(snapshot: AnyMachineSnapshot): Facts {
  const { title, lamp, round, remindAt, dueAt } = snapshot.context as TicketContext;
  const stage = snapshot.value as Stage;
  const isWorking = stage === 'working';
  return {
    ...{ title, stage, lamp, round },
    remindAt: isWorking && lamp === 'normal' ? remindAt : null,
    dueAt: isWorking ? dueAt : null,
  };
}
