import type { MachineDefinition } from '../../../../engine/core';
import type { RecordedLine } from '../../../../ledger';
import { machineOf } from '../../../../web/pages/problem/machine-of';

const registered = [
  { name: 'immediate', version: '1' },
  { name: 'immediate', version: '2' },
  { name: 'longTerm', version: '1' },
  { name: 'immediate', version: '3' },
] as unknown as readonly MachineDefinition[];

const begun = (machine: string, version: string) =>
  ({ kind: 'begun', event: 'begin', fields: { machine, version } }) as unknown as RecordedLine;
const migrated = (to: string) =>
  ({ kind: 'notice', event: 'migrated', fields: { from: '1', to } }) as unknown as RecordedLine;
const reported = { kind: 'accepted', event: 'report', fields: null } as unknown as RecordedLine;

it.each([
  ['it began with', 'immediate', [begun('immediate', '1'), reported], '1'],
  ['it was moved to', 'immediate', [begun('immediate', '1'), migrated('2'), reported], '2'],
  ['newest, where this program no longer has its own', 'immediate', [begun('immediate', '0')], '3'],
  ['newest, where it became another kind', 'immediate', [begun('longTerm', '1')], '3'],
  ['newest, where its first line is not here', 'immediate', [reported], '3'],
])('a problem is drawn on the version %s', (_what, kind, lines, version) => {
  expect(machineOf(kind, lines, registered)).toMatchObject({ name: kind, version });
});

it('what is no kind of problem is not drawn', () => {
  for (const kind of [null, 'digest']) expect(machineOf(kind, [], registered)).toBeNull();
});
