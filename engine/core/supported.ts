/** What a machine must not contain to be run durably, found before it runs. The table in engine/README.md lists the same. */
import { actionFaults } from './action-faults';
import { allNodes, hears } from './chart';
import { withDescendants } from './child';
import type { MachineDefinition } from './definition';
import { invokeFaults } from './invoke-faults';
import type { Checked } from './message-faults';
import { transitionFaults } from './transition-faults';

/** Every fault of a definition and of its child machines, each with what to do instead; none when the engine can run it. */
export function unsupported(definition: MachineDefinition): readonly string[] {
  const [root, ...children] = withDescendants(definition.machine);
  return [
    ...faultsOf({ machine: root ?? definition.machine, isChild: false }),
    ...children.flatMap((machine) => faultsOf({ machine, isChild: true })),
    ...eventFaults(definition),
  ];
}

function faultsOf(checked: Checked): readonly string[] {
  const { machine } = checked;
  const nodes = allNodes(machine.root);
  return [
    ...nodes.flatMap((node) => actionFaults(checked, node)),
    ...invokeFaults(machine),
    ...nodes.flatMap((node) => transitionFaults(machine, node)),
  ];
}

function eventFaults({ machine, events }: MachineDefinition): readonly string[] {
  const heard = machine.events as readonly string[];
  return Object.keys(events).flatMap((type) => {
    if (type === '*' || type.startsWith('xstate.'))
      return [`the event ${type} is XState's own and cannot come from outside`];
    // A slip of the pen.
    return heard.some((descriptor) => hears(descriptor, type))
      ? []
      : [`the event ${type} is described but no state takes it`];
  });
}
