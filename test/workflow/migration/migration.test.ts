import { join } from 'node:path';
import type { WorkflowHandle } from '@temporalio/client';
import { planMigration, migrateRunning, type MigrationResult } from '../../../client/migrate';
import { problemId } from '../../../domain/ids';
import { shiftedClock, type PlanClock } from '../../../domain/plan-clock';
import type { ReceivedProblem } from '../../../domain/reception';
import type { PersistedState } from '../../../engine/core';
import type { StartNew } from '../../../engine/temporal';
import { bundleOptions } from '../../../worker/bundler-options';
import { machinesPath } from '../../../worker/workflow-paths';
import { keptBundle } from '../bundles';
import { contextFor } from '../cast';
import { instantAt, sendSafely, sleepUntil } from '../paths/play';
import { told, type Told } from '../paths/told';
import { startServer, type Server } from '../server';
import { bothVersions } from './both-versions';

// Two hundred problems in five states move in the middle of everything, on 2025-04-24. The holiday of 05-01 lasts to 05-05, and
// Sunday 04-27 is worked. All dates are worked out by hand from the two plans: 30, 7, 3, 1 and 0 days before the date in the
// first version, 3, 2 and 0 in the second; 1, 3 and 7 working days after it in both.

interface Group {
  readonly begins: string;
  readonly problem: Partial<ReceivedProblem>;
  /** The problem was closed: this command opened it again. */
  readonly relapse?: object;
  readonly deeds: readonly (readonly [at: string, by: string, event: string, fields: object])[];
  /** Where it stands when it moves, in both versions. */
  readonly places: readonly [string, string];
  /** `2025-04-23 work before-7`: every milestone up to the end, of both versions. */
  readonly milestones: readonly string[];
}

const submission = { text: '已整改到位' };
const due = '2025-04-30';

const groups: Readonly<Record<string, Group>> = {
  working: {
    begins: '2025-03-24 10:00',
    problem: { entry: 'rectifying', due },
    deeds: [],
    places: ['open.life.working.stage.rectifying', 'open.life.remedying.stage.rectifying'],
    milestones: [
      ...['2025-03-31 work before-30', '2025-04-23 work before-7', '2025-04-27 work before-3'],
      ...['2025-04-28 work before-2', '2025-04-30 work before-0', '2025-05-01 work red'],
      ...['2025-05-06 work after-1', '2025-05-08 work after-3'],
    ],
  },
  'under review': {
    begins: '2025-03-24 10:00',
    problem: { entry: 'rectifying', due },
    deeds: [
      ['2025-04-23 10:00', 'handler', 'submit', submission],
      ['2025-04-23 16:00', 'head', 'approve', {}],
    ],
    places: ['open.life.reviewing.waiting', 'open.life.examining.scheduling'],
    milestones: [
      ...['2025-03-31 work before-30', '2025-04-23 work before-7', '2025-04-27 review before-0'],
      ...[
        '2025-04-28 review red',
        '2025-04-28 review after-1',
        '2025-04-30 review after-3',
        '2025-05-12 review weekly-1',
      ],
    ],
  },
  suspended: {
    begins: '2025-03-24 10:00',
    problem: { entry: 'rectifying', due },
    deeds: [['2025-04-10 10:00', 'office', 'suspend', { reason: '等待批复', until: '2025-09-01' }]],
    places: ['open.life.suspended', 'open.life.halted'],
    milestones: ['2025-03-31 work before-30'],
  },
  'not accepted': {
    begins: '2025-04-22 10:00',
    problem: { entry: 'accepting', handedOverOn: '2025-04-22' },
    deeds: [],
    places: ['open.life.assigning.accepting.waiting', 'open.life.handingOver.accepting.scheduling'],
    milestones: [
      ...[
        '2025-04-25 acceptance before-0',
        '2025-04-26 acceptance red',
        '2025-04-27 acceptance after-1',
      ],
      ...['2025-04-29 acceptance after-3', '2025-05-09 acceptance weekly-1'],
    ],
  },
  reopened: {
    begins: '2025-04-08 10:00',
    problem: { entry: 'closed' },
    relapse: { type: 'relapse', reason: '问题反弹', due: '2025-04-28' },
    deeds: [],
    places: ['open.life.working.stage.rectifying', 'open.life.remedying.stage.rectifying'],
    milestones: [
      ...['2025-04-21 work before-7', '2025-04-25 work before-2', '2025-04-28 work before-0'],
      ...['2025-04-29 work red', '2025-04-29 work after-1', '2025-05-06 work after-3'],
      // The seventh working day after the date is the fourteenth day too: one reminder.
      '2025-05-12 work weekly-1',
    ],
  },
};

const each = 40;
const names = Object.keys(groups);
const moveAt = '2025-04-24 12:00';
const endAt = '2025-05-12 12:00';
const story = 'moving';
const patience = 240_000;

let server: Server;
let clock: PlanClock;
let result: MigrationResult;
let before: readonly PersistedState[];
let dryRun: readonly PersistedState[];
let journals: Told;

beforeAll(async () => {
  const file = (name: string): string => join(__dirname, `${name}.ts`);
  const bundle = await keptBundle(
    bundleOptions(file('workflows'), [machinesPath, file('both-versions')]),
  );
  server = await startServer({ bundle });
  const realAt = new Date(await server.env.currentTimeMs()).toISOString();
  clock = shiftedClock(realAt, instantAt('2025-03-24 09:30'));
  await live('2025-03-24 09:30', moveAt);
  const calls = { client: server.client, taskQueue: server.taskQueue, deadlineMs: 60_000 };
  const migrating = { machine: 'timeLimited', from: '1', to: '2', only: all().map(problemOf) };
  before = await states();
  const outlook = await planMigration(calls, bothVersions, migrating);
  expect(outlook.plans.map(({ obstacles }) => obstacles)).toEqual(all().map(() => []));
  dryRun = await states();
  result = await migrateRunning(calls, bothVersions, { ...migrating, by: { by: 'office' } });
  await live(moveAt, endAt);
  journals = told(clock, story, server.journal, server.messages, new Map());
}, patience);
afterAll(async () => server.stop());

/** Everything that is done after one moment and up to another, in order. */
async function live(from: string, to: string): Promise<void> {
  const instants = Object.values(groups).flatMap(({ begins, deeds }) => [
    begins,
    ...deeds.map(([at]) => at),
  ]);
  for (const at of [...new Set(instants)].sort().filter((each) => each > from && each <= to)) {
    await sleepUntil(server, clock, at);
    await Promise.all(all().map((seq) => act(seq, at)));
  }
  await sleepUntil(server, clock, to);
}

async function act(seq: number, at: string): Promise<void> {
  const { begins, deeds } = groupOf(seq);
  if (begins === at) await start(seq);
  for (const [when, by, event, fields] of deeds)
    if (when === at) await sendSafely(handleOf(seq), event, [{ ...fields, by }], `${event}/${seq}`);
}

async function start(seq: number): Promise<void> {
  const { problem, relapse } = groupOf(seq);
  const input = contextFor(
    { ...problem, seq, number: seq },
    { clock, rectification: `rectification/${story}` },
  );
  const first = {
    id: `relapse-${seq}`,
    event: relapse,
    by: { decidedBy: 'office', recordedBy: 'office', basis: 'ownSignIn' },
  };
  const begin = {
    ...{ kind: 'new', machine: { name: 'timeLimited', version: '1' }, input },
    ...(relapse === undefined ? {} : { previous: { sequence: 90, seen: [] }, first }),
  };
  await server.client.workflow.start('problem', {
    ...{
      workflowId: problemOf(seq),
      taskQueue: server.taskQueue,
      args: [begin as unknown as StartNew],
    },
  });
}

const all = (): readonly number[] =>
  Array.from({ length: names.length * each }, (_one, index) => index + 1);
const nameOf = (seq: number): string => names[(seq - 1) % names.length] ?? '';
const groupOf = (seq: number): Group => groups[nameOf(seq)] as Group;
const problemOf = (seq: number): string => problemId(story, seq);
const handleOf = (seq: number): WorkflowHandle => server.client.workflow.getHandle(problemOf(seq));
const states = (): Promise<readonly PersistedState[]> =>
  Promise.all(all().map((seq) => handleOf(seq).query<PersistedState>('state')));

test('all two hundred move, and the dry run has changed nothing', () => {
  expect(dryRun).toEqual(before);
  expect(result.sent.map(({ outcome }) => outcome)).toEqual(all().map(() => 'accepted'));
  expect(result.silent).toEqual([]);
});

test.each(Object.entries(groups))(
  '%s: the plan says where it goes',
  (name, { places: [from, to] }) => {
    const plans = result.plans.filter((_plan, index) => nameOf(index + 1) === name);
    expect(plans).toHaveLength(each);
    for (const plan of plans) expect(plan.places).toContainEqual({ from, to });
  },
);

test.each(Object.keys(groups))(
  '%s: it is on the second version, and nothing of it is lost',
  async (name) => {
    for (const seq of all().filter((one) => nameOf(one) === name)) {
      const { machine, snapshot, seen } = await handleOf(seq).query<PersistedState>('state');
      expect(machine).toEqual({ name: 'timeLimited', version: '2' });
      const { round, title } = snapshot.context as {
        readonly round: number;
        readonly title: string;
      };
      expect({ round, title }).toEqual({
        round: name === 'reopened' ? 2 : 1,
        title: '固定资产台账不清',
      });
      expect(seen.map(([id]) => id)).toEqual(
        name === 'reopened'
          ? [`relapse-${seq}`]
          : groupOf(seq).deeds.map(([, , event]) => `${event}/${seq}`),
      );
    }
  },
);

test.each(Object.entries(groups))(
  '%s: each reminder comes once and at its hour',
  (name, { milestones }) => {
    for (const seq of all().filter((one) => nameOf(one) === name)) {
      const reached = journals.milestones(undefined, seq).map((line) => line.split(' '));
      expect(reached.map(([day, , wait, id]) => `${day} ${wait} ${id}`)).toEqual(milestones);
    }
  },
);

test('its journal says that it moved, and has no gap', () => {
  for (const seq of all()) {
    const lines = journals.lines(seq);
    const start = lines[0]?.sequence ?? 0;
    expect(lines.map(({ sequence }) => sequence)).toEqual(
      lines.map((_line, index) => start + index),
    );
    const moved = lines.filter(({ event }) => event === 'migrated');
    expect(moved.map(({ fields, by }) => [fields, by])).toEqual([
      [
        { from: '1', to: '2' },
        { decidedBy: 'office', recordedBy: 'office', basis: 'ownSignIn' },
      ],
    ]);
  }
});

test('who is asked to move again says that it is there', async () => {
  const again = await handleOf(1).executeUpdate<unknown, [unknown]>('migrateMachine', {
    args: [{ to: '2', by: 'office' }],
  });
  expect(again).toMatchObject({ duplicate: true });
});

test('it can go on: what was under review is signed off', async () => {
  const seq = names.indexOf('under review') + 1;
  await sendSafely(handleOf(seq), 'approve', [{ by: 'leader' }], 'leader approves');
  // The server was seen to stop for good where an update met a signal on its way to a workflow that is not there.
  await server.env.sleep('5 seconds');
  await sendSafely(handleOf(seq), 'approve', [{ by: 'office' }], 'office approves');
  const { snapshot } = await handleOf(seq).query<PersistedState>('state');
  expect(snapshot).toMatchObject({ value: { open: { life: { settled: {} } } } });
});
