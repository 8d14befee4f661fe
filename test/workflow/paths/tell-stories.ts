/** Stories as tests: each fact that a story knows of itself is one, and what holds of every story. */
import { failedTasks } from '../engine/problem';
import { from, type Stage } from './on-stage';
import { instantAt, type Played } from './play';
import type { Story } from './story';
import { local, workflowOf } from './told';

/** @param stories of those on the stage */
export function tellStories({ server, played: of }: Stage, stories: readonly Story[]): void {
  const all = (): readonly Played[] => stories.map(({ name }) => of(name));

  describe.each(stories.map((story) => [story.name, story] as const))('%s', (name, story) => {
    test('every command is answered as the rules say', () => {
      const { answers, expected } = of(name);
      expect(answers).toEqual(
        answers.map(({ move }, index) => ({
          move,
          refused: expected[index] === null ? null : expect.stringMatching(expected[index] ?? ''),
        })),
      );
      expect(answers).toHaveLength(expected.length);
    });

    test.each(Object.entries(story.facts))('%s', (_title, fact) => fact(of(name).told));

    test('its journals are gapless and no command is applied twice', () => {
      for (const seq of seqsOf(story)) {
        const lines = of(name).told.lines(seq);
        expect(lines.map(({ sequence }) => sequence)).toEqual(
          lines.map((_line, index) => index + 1),
        );
        const commands = lines.flatMap(({ kind, cause }) => (kind === 'accepted' ? [cause] : []));
        expect(new Set(commands).size).toBe(commands.length);
      }
    });
  });

  test('every message leaves in the minutes after 09:00 and names each milestone once', () => {
    for (const { story, told } of all())
      for (const { key, text } of told.messages) {
        const digest = key.split('/').slice(0, -2).join('/');
        const sent = server()
          .journal(digest)
          .filter(({ event }) => event === 'deliver');
        for (const { at } of sent)
          expect(`${story.name} ${local(told.clock, String(at)).slice(11)}`).toMatch(/ 09:0[0-5]$/);
        const items = text.split(/\n\n/).slice(2, -1);
        expect(new Set(items.map((item) => item.replace(/^\d+/, ''))).size).toBe(items.length);
      }
  });

  test('nobody gets two messages of one colour on one morning', () => {
    const each = all().flatMap(({ story, told }) =>
      told.messages.map(({ day, red, to }) => `${story.name} ${day} ${String(red)} ${to.person}`),
    );
    expect(each.length).toBeGreaterThan(0);
    expect(new Set(each).size).toBe(each.length);
  });

  test('every history replays to the same commands, digests too', async () => {
    const each = all().flatMap(({ story, told }) => [
      ...seqsOf(story).map((seq) => workflowOf(story.name, seq)),
      ...told.messages.slice(0, 20).map(({ key }) => key.split('/').slice(0, -2).join('/')),
    ]);
    expect(await server().replay([...new Set(each)])).toEqual([]);
  });

  test('no workflow task fails', async () => {
    for (const { story } of all())
      for (const seq of seqsOf(story)) {
        const handle = server().client.workflow.getHandle(workflowOf(story.name, seq));
        expect(await failedTasks(server(), handle)).toBe(0);
      }
  });

  test('all begins within the time that is played', () => {
    for (const { begins } of stories) expect(instantAt(begins) > instantAt(from)).toBe(true);
  });
}

/** Of every workflow of a story: 0 is the whole. */
function seqsOf({ problems, received }: Story): readonly number[] {
  if (received !== undefined) return [0, ...received.map(({ seq }) => seq)];
  return problems.map((_problem, index) => index + 1);
}
