import fc, { type Arbitrary } from 'fast-check';
import { createRegistry, type Json, type MachineDefinition } from '../../../../engine/core';
import { everything, everythingEvents, everythingOptions } from '../charts/everything';
import { passing, passingEvents } from '../charts/passing';
import { eventOf, randomChart } from '../charts/random';
import { sameId, sameIdEvents } from '../charts/same-id';
import { VirtualHost, type Event } from '../virtual-host';

// A version that differs in nothing but its name: who moves to it and back at any moment lives as if nothing had happened.

type Command =
  | { readonly kind: 'send'; readonly event: Event }
  | { readonly kind: 'wait'; readonly milliseconds: number }
  | { readonly kind: 'settle'; readonly which: number; readonly done: boolean }
  | { readonly kind: 'move' };

function commands(event: Arbitrary<Event>): Arbitrary<readonly Command[]> {
  const milliseconds = fc.constantFrom(0, 1, 7, 50, 99, 100, 101, 500, 5000);
  const one = fc.oneof(
    { arbitrary: fc.record({ kind: fc.constant('send' as const), event }), weight: 6 },
    { arbitrary: fc.record({ kind: fc.constant('wait' as const), milliseconds }), weight: 3 },
    {
      arbitrary: fc.record({
        kind: fc.constant('settle' as const),
        which: fc.nat(9),
        done: fc.boolean(),
      }),
      weight: 3,
    },
    { arbitrary: fc.constant({ kind: 'move' as const }), weight: 3 },
  );
  return fc.noBias(fc.array(one, { maxLength: 40, size: 'max' }));
}

class Pair {
  private readonly stays: VirtualHost;
  private readonly moves: VirtualHost;
  private version = '1';
  moved = 0;

  constructor(definition: MachineDefinition, input: Json) {
    const versions = [
      { ...definition, version: '1', migrations: { '2': {} } },
      { ...definition, version: '2', migrations: { '1': {} } },
    ];
    const ref = { name: definition.name, version: '1' };
    this.stays = new VirtualHost(createRegistry(versions), ref, input, { restoring: false });
    this.moves = new VirtualHost(createRegistry(versions), ref, input);
  }

  do(command: Command): void {
    switch (command.kind) {
      case 'send':
        this.both((host) => host.send(command.event).kind);
        break;
      case 'wait':
        this.both((host) => host.wait(command.milliseconds));
        break;
      case 'settle':
        this.both((host) => {
          const work = host.state.work[command.which % Math.max(1, host.state.work.length)];
          if (work === undefined) return null;
          return command.done ? host.succeed(work.id) : host.fail(work.id);
        });
        break;
      case 'move':
        this.move();
    }
    expect(look(this.moves)).toEqual(look(this.stays));
  }

  private both<T>(act: (host: VirtualHost) => T): void {
    expect(act(this.moves)).toEqual(act(this.stays));
  }

  private move(): void {
    const to = this.version === '1' ? '2' : '1';
    const plan = this.moves.migrate(to);
    if (this.moves.state.snapshot.status !== 'active') return;
    expect(plan).toMatchObject({ obstacles: [], entered: [], forgotten: [] });
    expect(plan.timers).toMatchObject({ dropped: [], started: [] });
    expect(plan.invokes).toMatchObject({ dropped: [], started: [] });
    expect(this.moves.effects).toEqual([]);
    this.version = to;
    this.moved += 1;
  }
}

/** Everything but what counts steps: sequence numbers and the ids made of them. */
function look({ state }: VirtualHost) {
  const { snapshot, timers, work } = state;
  const persisted = snapshot.machine.getPersistedSnapshot(snapshot) as unknown as {
    readonly context: Readonly<Record<string, Json>>;
    readonly children: object;
    readonly historyValue: object;
  };
  const { now: _now, ...context } = persisted.context;
  return {
    status: snapshot.status,
    value: snapshot.value,
    nodes: snapshot._nodes.map(({ id }) => id),
    history: persisted.historyValue,
    children: Object.keys(persisted.children).sort(),
    context,
    timers: timers.map(({ key: _key, ...timer }) => timer),
    work: work.map(({ id: _id, ...each }) => each),
  };
}

function holds(
  definition: MachineDefinition,
  event: Arbitrary<Event>,
  runs: number,
  input: Arbitrary<Json> = fc.constant(null),
  wildly = false,
): number {
  let moved = 0;
  fc.assert(
    fc.property(input, commands(event), (given, all) => {
      const pair = new Pair(definition, given);
      for (const command of all) pair.do(command);
      moved += pair.moved;
    }),
    { seed: 20261123, numRuns: runs, endOnFailure: wildly },
  );
  return moved;
}

test('a chart with every supported feature', () => {
  const { input } = everythingOptions as { readonly input?: Arbitrary<Json> };
  expect(holds(everything, everythingEvents, 40, input)).toBeGreaterThan(50);
});

test('states passed through, ids scheduled twice', () => {
  expect(holds(passing, passingEvents, 30)).toBeGreaterThan(25);
  expect(holds(sameId, sameIdEvents, 30)).toBeGreaterThan(25);
});

test('charts that nobody drew', () => {
  let moved = 0;
  for (let number = 0; number < 10; number += 1) moved += wild(number);
  expect(moved).toBeGreaterThan(30);
});

function wild(number: number): number {
  try {
    return holds(randomChart(number), eventOf, 5, fc.constant(null), true);
  } catch (error) {
    // A chart that loops for ever is no chart to compare.
    if (/infinite loop/i.test(String((error as Error).cause))) return 0;
    throw error;
  }
}
