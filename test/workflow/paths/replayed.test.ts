import { stories } from './stories';
import { rectified } from './stories/whole';
import { tellStories } from './tell-stories';

// Nothing but digests is cached: every step replays the whole history. That takes its time, so these stand for all, whose
// histories are replayed once in the other files; REPLAYED=all (with some eight minutes) plays every story this way.
const chosen = ['extended', 'returned', 'measured'];
const all = process.env.REPLAYED === 'all';
const uncached = { maxCachedWorkflows: 0, digestsApart: true } as const;

describe('problems', () => {
  if (all) tellStories(stories, uncached);
  else
    tellStories(
      stories.filter(({ name }) => chosen.includes(name)),
      uncached,
      null,
    );
});

// Apart and to its last move only: once a workflow that started children is complete, the server skips no more time.
if (all) describe('a rectification', () => tellStories([rectified(5)], uncached, null));
