/** A reminder storm: thousands of problems of one unit due on one day, all reminded at 09:00 of it. */
import { repeatBounded } from '../bounded';
import type { Bench, Figure, Row } from '../figure';
import { shiftedClock, type PlanClock } from '../../domain/plan-clock';
import { assignmentIn, defaultPolicy, unitOf, type ProblemCase } from '../problem-case';
import { startProblems, type Problems } from '../problems';
import { exact } from '../statistics';

const departments = 12;
/** Handler, department head and responsible leader are told on the day itself. */
const toldOfEach = 3;
/** 09:00 in Shanghai on a Tuesday that is worked. */
const nineOClock = '2026-12-01T01:00:00.000Z';
const dueOn = '2026-12-01';
/** A problem that was started has this many lines at least; it is at rest when no line has come for so long, ms. */
const linesAtLeast = 2;
const restful = 2000;
/** So long nothing comes when something is missing, ms. */
const patience = 180_000;
const startedAtOnce = 64;

interface Sent {
  readonly at: number;
  readonly person: string;
  readonly items: readonly string[];
}

export const storm: Figure = {
  name: 'storm',
  title: 'Reminder storm',
  measure: async (bench) => {
    const { quick } = bench.options;
    const count = quick ? 100 : 2000;
    const digestSeconds = quick ? 5 : defaultPolicy.digestSeconds;
    const sent: Sent[] = [];
    const problems = await startProblems(await bench.server(), {
      onDelivered: ({ person, items }) => {
        sent.push({ at: Date.now(), person: person.id, items: items.map(({ key }) => key) });
      },
    });
    try {
      const nine = await begin(bench, problems, count, digestSeconds);
      await allSent(bench, sent, count);
      return {
        rows: rowsOf({ count, digestSeconds, nine, sent }),
        raw: { nine, sent: brief(sent) },
      };
    } finally {
      await problems.stop();
    }
  },
};

/** Starts all of them so that 09:00 comes when they wait; gives the real instant of 09:00. */
async function begin(
  bench: Bench,
  problems: Problems,
  count: number,
  digestSeconds: number,
): Promise<number> {
  const people = unitOf(departments);
  const policy = { ...defaultPolicy, digestSeconds };
  const caseOf = (index: number, clock: PlanClock): ProblemCase => ({
    ...{ title: `问题${index + 1}`, seq: index + 1, entry: 'rectifying', due: dueOn, clock },
    ...{ people, policy, assignment: assignmentIn(departments, index), inRectification: false },
  });
  const startAll = async (many: number, clock: PlanClock): Promise<void> => {
    const before = problems.lines();
    await repeatBounded(many, startedAtOnce, async (index) => {
      await problems.start(caseOf(index, clock));
    });
    await atRest(bench, problems, before + many * linesAtLeast);
  };

  bench.say('storm: how fast problems start');
  const probe = Math.ceil(count / 20);
  const before = Date.now();
  await startAll(probe, shiftedClock(new Date(before + 7 * 86_400_000).toISOString(), nineOClock));
  const each = (Date.now() - before) / probe;
  const nine = Date.now() + Math.ceil(each * count * 1.5) + 3000;
  bench.say(
    `storm: starting ${count} problems; 09:00 is in ${Math.round((nine - Date.now()) / 1000)} s`,
  );
  await startAll(count, shiftedClock(new Date(nine).toISOString(), nineOClock));
  if (Date.now() > nine) throw new Error('the problems were not all waiting at 09:00: run again');
  await bench.pause(nine - Date.now());
  return nine;
}

/** Until there are so many lines, and no more come: a problem that is started later than 09:00 is not reminded. */
async function atRest({ pause }: Bench, problems: Problems, atLeast: number): Promise<void> {
  for (let last = -1; last < atLeast || problems.lines() > last;) {
    last = problems.lines();
    await pause(restful);
  }
}

async function allSent({ say, pause }: Bench, sent: readonly Sent[], count: number): Promise<void> {
  const expected = count * toldOfEach;
  const began = Date.now();
  for (let said = 0; ; said += 1) {
    const told = distinct(sent);
    if (told >= expected) return;
    const { at } = sent.at(-1) ?? { at: began };
    if (Date.now() - Math.max(at, began) > patience)
      throw new Error(`${expected - told} of ${expected} reminders did not come`);
    if (said % 50 === 0) say(`storm: ${told} of ${expected} reminders are out`);
    await pause(200);
  }
}

/** Reminders by person and key: the same one twice counts once. */
function distinct(sent: readonly Sent[]): number {
  return new Set(sent.flatMap(({ person, items }) => items.map((key) => `${person} ${key}`))).size;
}

interface Outcome {
  readonly count: number;
  readonly digestSeconds: number;
  readonly nine: number;
  readonly sent: readonly Sent[];
}

function rowsOf({ count, digestSeconds, nine, sent }: Outcome): readonly Row[] {
  const after = sent.map(({ at }) => (at - nine) / 1000);
  const reminders = sent.reduce((sum, { items }) => sum + items.length, 0);
  const row = (what: string, unit: string, value: number): Row => ({
    what,
    unit,
    values: { ours: exact(value) },
  });
  return [
    row(
      `${count} problems at 09:00: first digest out (${digestSeconds} s are waited)`,
      's',
      Math.min(...after),
    ),
    row(`${count} problems at 09:00: last digest out`, 's', Math.max(...after)),
    row('messages sent', '', sent.length),
    row('reminders in them', '', reminders),
    row('reminders sent twice', '', reminders - distinct(sent)),
  ];
}

function brief(sent: readonly Sent[]) {
  return sent.map(({ at, person, items }) => ({ at, person, items: items.length }));
}
