/** Definitions and hosts for tests, with what a test does not care about left out. */
import type { AnyStateMachine } from 'xstate';
import { createRegistry, type Json, type MachineDefinition } from '../../../engine/core';
import { VirtualHost, type HostOptions } from './virtual-host';

/** A definition whose events, all without fields, are those named. */
export function define(
  machine: AnyStateMachine,
  events: readonly string[] = [],
  rest: Partial<MachineDefinition> = {},
): MachineDefinition {
  return {
    name: machine.id,
    version: '1',
    machine,
    events: Object.fromEntries(events.map((type) => [type, { title: type, fields: {} }])),
    reasons: {},
    ...rest,
  };
}

/** A host that has begun the first of the definitions. */
export function hosting(
  definitions: MachineDefinition | readonly MachineDefinition[],
  input: Json = null,
  options: HostOptions = {},
): VirtualHost {
  const all = [definitions].flat() as readonly MachineDefinition[];
  const [{ name, version }] = all as readonly [MachineDefinition];
  return new VirtualHost(createRegistry(all), { name, version }, input, options);
}
