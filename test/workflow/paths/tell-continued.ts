/** Stories that continue as new after every step, held against the same stories without: nothing of it may show. */
import type { JournalLine } from '../../../activities';
import { continuedName } from './continued';
import type { Stage } from './on-stage';
import type { Played } from './play';
import type { Story } from './story';
import { local } from './told';

/** @param stories on the stage both as they are and continued */
export function tellContinued(
  { server, played: playedAs }: Stage,
  stories: readonly Story[],
): void {
  describe.each(stories.map((story) => [story.name, story] as const))('%s', (name, story) => {
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
    const handle = server().client.workflow.getHandle(`problem/${continuedName('late')}/1`);
    const { events } = await handle.fetchHistory();
    const [started] = events ?? [];
    const { continuedExecutionRunId } = started?.workflowExecutionStartedEventAttributes ?? {};
    expect(continuedExecutionRunId).toBeTruthy();
  });
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
