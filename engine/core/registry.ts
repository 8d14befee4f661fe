/** The machines an engine may run, by name and version; each is checked when it is registered. */
import { withDescendants } from './child';
import type { MachineDefinition, MachineRef } from './definition';
import { migrationFaults } from './migration/faults';
import { unsupported } from './supported';

export interface Registry {
  /** The definition of exactly this version. Throws when it is not registered. */
  readonly get: (ref: MachineRef) => MachineDefinition;
  /** The version registered last under this name: what a starter puts into a new instance. */
  readonly newest: (name: string) => MachineRef;
  readonly all: readonly MachineDefinition[];
}

/** Thrown when machines are registered that the engine cannot run durably; names every fault and what to do instead. */
export class RegistrationError extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(
      `these machines cannot be run durably:\n${faults.map((fault) => `- ${fault}`).join('\n')}`,
    );
    this.name = 'RegistrationError';
    this.faults = faults;
  }
}

/** Thrown when a workflow asks for a machine or version nobody registered: deploy it, or register the old version beside the new. */
export class UnknownMachineError extends Error {
  readonly ref: MachineRef;

  constructor(ref: MachineRef) {
    super(`machine ${ref.name} version ${ref.version} is not registered`);
    this.name = 'UnknownMachineError';
    this.ref = ref;
  }
}

/** Microsteps after which an `always` loop is an error and not a hang. */
const iterationLimit = 1000;

/** Checks and keeps definitions; later versions of a name after earlier ones. */
export function createRegistry(definitions: readonly MachineDefinition[]): Registry {
  const byRef = new Map<string, MachineDefinition>();
  const faults: string[] = [];
  for (const definition of definitions) {
    const key = keyOf(definition);
    if (byRef.has(key)) faults.push(`${key}: registered twice`);
    byRef.set(key, definition);
    const found = [...unsupported(definition), ...migrationFaults(definition, definitions)];
    faults.push(...found.map((fault) => `${key}: ${fault}`));
    for (const { options } of withDescendants(definition.machine))
      if (options.maxIterations === Infinity) options.maxIterations = iterationLimit;
  }
  if (faults.length > 0) throw new RegistrationError(faults);
  return {
    all: definitions,
    get: (ref) => byRef.get(keyOf(ref)) ?? unknownMachine(ref),
    newest: (name) => {
      const found = definitions.filter((definition) => definition.name === name).at(-1);
      return found === undefined
        ? unknownMachine({ name, version: 'newest' })
        : { name, version: found.version };
    },
  };
}

function unknownMachine(ref: MachineRef): never {
  throw new UnknownMachineError(ref);
}

function keyOf(ref: MachineRef): string {
  return `${ref.name}@${ref.version}`;
}
