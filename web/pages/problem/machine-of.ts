/** Which machine a problem runs, as its record says: its drawing is that one's, not what a newer version has made of it. */
import type { MachineDefinition } from '../../../engine/core';
import type { JournalLine } from '../../../ledger';
import { problemRegistry } from '../../../workflows/registry';

/**
 * The definition of the version that the problem began with or was last moved to. The newest of its kind where the record does not
 * tell, or this program no longer has that version; null for no kind of problem.
 */
export function machineOf(
  kind: string | null,
  lines: readonly JournalLine[],
  registered: readonly MachineDefinition[] = problemRegistry.all,
): MachineDefinition | null {
  const ofKind = registered.filter(({ name }) => name === kind);
  const version = versionIn(lines, kind);
  return ofKind.find((definition) => definition.version === version) ?? ofKind.at(-1) ?? null;
}

/** Null where it became another machine after it had begun: no line says in which version. */
function versionIn(lines: readonly JournalLine[], kind: string | null): unknown {
  const begun = lines.findLast((line) => line['kind'] === 'begun');
  if (fieldOf(begun, 'machine') !== kind) return null;
  const moved = lines.findLast((line) => line['event'] === 'migrated');
  return fieldOf(moved, 'to') ?? fieldOf(begun, 'version');
}

function fieldOf(line: JournalLine | undefined, name: string): unknown {
  const fields = line?.['fields'];
  return typeof fields === 'object' && fields !== null ? Reflect.get(fields, name) : undefined;
}
