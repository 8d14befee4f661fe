import { readGolden } from './golden-files';
import { goldenStories, workflowsOf } from './golden-stories';
import { replay } from './replaying';

const golden = readGolden();
const mend = 'take the histories with npm run golden';

test.each(goldenStories.map((story) => [story.name, story] as const))(
  'the story %s has golden histories of all its workflows',
  (name, story) => {
    const kept = golden.filter((each) => each.story === name).map((each) => each.name);
    const missing = workflowsOf(story).filter((workflow) => !kept.includes(workflow));
    if (missing.length > 0) throw new Error(`${name}: no ${missing.join(', ')}; ${mend}`);
  },
);

test('no history is kept of a story that is not told any more', () => {
  const told = goldenStories.map(({ name }) => name);
  expect(golden.filter(({ story }) => !told.includes(story)).map(({ name }) => name)).toEqual([]);
});

test('what continues as new is kept with every run of its chain', () => {
  const broken = golden
    .filter(({ lines }) => lines.at(-1)?.includes('"type":"WorkflowExecutionContinuedAsNew"'))
    .filter(({ story, name }) => {
      const [workflow, run] = name.split('.');
      const next = `${workflow}.${Number(run) + 1}`;
      return !golden.some((other) => other.story === story && other.name === next);
    });
  expect(broken.map(({ story, name }) => `${story}/${name}`)).toEqual([]);
  expect(golden.filter(({ name }) => /[.][2-9]$/.test(name)).length).toBeGreaterThan(20);
});

test('digests are kept, of the first round and of late-comers', () => {
  expect(golden.filter(({ name }) => name.startsWith('digest-')).length).toBeGreaterThan(1);
});

test('every golden history replays to the same commands', async () => {
  const replayed = await replay(golden);
  expect(replayed.filter(({ error }) => error !== null)).toEqual([]);
  expect(replayed).toHaveLength(golden.length);
});
