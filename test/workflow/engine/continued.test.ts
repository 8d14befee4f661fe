import type { JournalLine } from '../../../activities';
import { continued, continuedName } from '../paths/continued';
import { play, type Played } from '../paths/play';
import { stories } from '../paths/stories';
import { local } from '../paths/told';
import { startServer, type Server } from '../server';

// Continues as new after every step, in every state that a story passes through.
const chosen = ['late', 'extended', 'paused', 'returned', 'reclassified', 'relapsed', 'upkeep']
  .concat('measured', 'urged', 'slow-to-accept', 'short-of-people')
  .map((name) => stories.find((story) => story.name === name))
  .filter((story) => story !== undefined);

let server: Server;
let played: ReadonlyMap<string, Played>;

beforeAll(async () => {
  server = await startServer();
  const both = chosen.flatMap((story) => [story, continued(story, 1)]);
  played = await play(server, both, '2025-02-10 09:30', '2026-10-28 08:00');
});
afterAll(async () => server.stop());

function playedAs(name: string): Played {
  const found = played.get(name);
  if (found === undefined) throw new Error(`${name} was not played`);
  return found;
}

/** A line without what differs between two workflows: ids, seconds, also those of an instant that it tells. */
function essence({ told }: Played, name: string, line: JournalLine): unknown {
  const at = local(told.clock, String(line.at));
  // Where a machine stands when an activity comes back depends on what came back before it.
  const loose = line.kind === 'outcome' ? { from: '', to: '', shown: null } : {};
  return JSON.parse(
    JSON.stringify({ ...line, at, sequence: 0, ...loose })
      .replaceAll(`problem/${name}/`, 'problem/')
      .replaceAll(`rectification/${name}"`, 'rectification"')
      .replace(/"cause":"[^"]*\/\d+\/\d+"/, '"cause":""')
      .replace(
        /"doneAt":"([^"]+)"/g,
        (_all, instant: string) => `"doneAt":"${local(told.clock, instant)}"`,
      ),
  );
}

function essences(played: Played, seq: number, outcomes: boolean): readonly unknown[] {
  const lines = played.told.lines(seq).filter(({ kind }) => (kind === 'outcome') === outcomes);
  return lines.map((line) => essence(played, played.story.name, line));
}

const text = (each: unknown): string => JSON.stringify(each);

describe.each(chosen.map((story) => [story.name, story] as const))('%s', (name, story) => {
  test('no instant moves and the journal is that of the run without', () => {
    const [plain, anew] = [playedAs(name), playedAs(continuedName(name))];
    expect(anew.answers).toEqual(plain.answers);
    expect(anew.told.mornings()).toEqual(plain.told.mornings());
    for (const seq of story.problems.keys()) {
      expect(essences(anew, seq + 1, false)).toEqual(essences(plain, seq + 1, false));
      // Activities that run together come back in any order.
      const [all, others] = [anew, plain].map((each) => essences(each, seq + 1, true).map(text));
      expect(all?.sort()).toEqual(others?.sort());
    }
  });

  test.each(Object.entries(story.facts))('%s', (_title, fact) =>
    fact(playedAs(continuedName(name)).told),
  );

  test('the journal is gapless over all runs', () => {
    for (const seq of story.problems.keys()) {
      const lines = playedAs(continuedName(name)).told.lines(seq + 1);
      expect(lines.map(({ sequence }) => sequence)).toEqual(lines.map((_line, at) => at + 1));
    }
  });
});

test('it really continues as new, many times', async () => {
  const handle = server.client.workflow.getHandle(`problem/${continuedName('late')}/1`);
  const { events } = await handle.fetchHistory();
  const [started] = events ?? [];
  const { continuedExecutionRunId } = started?.workflowExecutionStartedEventAttributes ?? {};
  expect(continuedExecutionRunId).toBeTruthy();
});
