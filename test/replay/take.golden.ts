/**
 * Takes the golden histories anew: `npm run golden`. Plays every golden story on the real Temporal development server, all at
 * once, each by a clock so fast that it takes about two minutes; what is asserted of stories is asserted elsewhere.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { WorkflowExecutionInfo } from '@temporalio/client';
import type { PlanClock } from '../../domain/plan-clock';
import { instantAt, playAlone, type Played } from '../workflow/paths/play';
import type { Story } from '../workflow/paths/story';
import { startServer, type Server } from '../workflow/server';
import { writeGolden, type Golden } from './golden-files';
import { goldenStories } from './golden-stories';
import { linesOf } from './history-line';
import { covered } from './covered';

/** How long a story takes, in seconds. */
const playing = Number(process.env.GOLDEN_SECONDS ?? 150);
/** Digests of each sequence of event types that are kept: they are many and alike. */
const digestsAlike = 1;

test('takes the golden histories', async () => {
  const server = await startServer({ real: true });
  try {
    const played = await Promise.all(goldenStories.map((story) => tell(server, story)));
    await pause(5000);
    const golden = await fetchAll(server);
    writeGolden(golden);
    report(played, golden);
  } finally {
    await server.stop();
  }
});

/** A story that goes another way than it should may break off: its name says which. */
async function tell(server: Server, story: Story): Promise<Played> {
  try {
    return await playAlone(server, story, clockFor(story));
  } catch (error) {
    throw new Error(`the story ${story.name} breaks off`, { cause: error });
  }
}

/** From a little before the story begins, at the speed that brings its last move when the playing time is up. */
function clockFor({ begins, moves }: Story): PlanClock {
  const first = Date.parse(instantAt(begins));
  const last = Math.max(...moves.map(({ at }) => Date.parse(instantAt(at))));
  const speed = (last - first) / (playing * 1000);
  const realAt = new Date().toISOString();
  return { realAt, planAt: new Date(first - 1000 * speed).toISOString(), speed };
}

/** Every run, oldest first. A chain is followed to its end: one that goes on meanwhile is listed late. */
async function fetchAll(server: Server): Promise<readonly Golden[]> {
  const { workflow } = server.client;
  const listed: WorkflowExecutionInfo[] = [];
  for await (const execution of workflow.list()) listed.push(execution);
  listed.sort((one, other) => one.startTime.getTime() - other.startTime.getTime());
  const runs = new Map<string, Set<string>>();
  const golden: Golden[] = [];
  const fetch = async (workflowId: string, runId: string): Promise<void> => {
    const known = runs.get(workflowId) ?? new Set();
    if (known.has(runId)) return;
    runs.set(workflowId, known.add(runId));
    const history = await workflow.getHandle(workflowId, runId).fetchHistory();
    const { story, name } = placeOf(workflowId);
    golden.push({ story, name: `${name}.${known.size}`, lines: linesOf(history) });
    const { newExecutionRunId: next } =
      history.events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes ?? {};
    if (typeof next === 'string' && next !== '') await fetch(workflowId, next);
  };
  for (const { workflowId, runId } of listed) await fetch(workflowId, runId);
  return withoutAlike(golden);
}

/** `problem/late/1`, `rectification/whole`, `digest/late/2025-10-01/…`: the story stands second. */
function placeOf(workflowId: string): { readonly story: string; readonly name: string } {
  const [kind = '', story = '', ...rest] = workflowId.split('/');
  return { story, name: [kind, ...rest].join('-') };
}

/** Digests that went the same way as an earlier one are left out. */
function withoutAlike(all: readonly Golden[]): readonly Golden[] {
  const known = new Map<string, number>();
  return all.filter(({ name, lines }) => {
    if (!name.startsWith('digest-')) return true;
    const way = lines.map((line) => (JSON.parse(line) as { readonly type: string }).type).join();
    known.set(way, (known.get(way) ?? 0) + 1);
    return (known.get(way) ?? 0) <= digestsAlike;
  });
}

/** Says what was taken, and where the haste made an answer another one than in the story. */
function report(played: readonly Played[], golden: readonly Golden[]): void {
  const events = golden.reduce((sum, { lines }) => sum + lines.length, 0);
  console.info(
    `${golden.length} histories, ${events} events, ${covered(golden).states.size} states`,
  );
  for (const { story, answers, expected } of played)
    for (const [index, { move, refused }] of answers.entries())
      if ((refused === null) !== (expected[index] === null))
        console.info(`${story.name}: ${move}: ${refused ?? 'accepted'}`);
}
