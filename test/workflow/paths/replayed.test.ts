import { onStage } from './on-stage';
import { stories } from './stories';
import { rectified } from './stories/whole';
import { tellStories } from './tell-stories';

// Nothing but digests is cached: every step replays the whole history. That takes its time, so these stand for all, whose
// histories are replayed once in the other files; REPLAYED=all (with some eight minutes) plays every story this way.
const few = ['extended', 'returned', 'measured'];
const all = process.env.REPLAYED === 'all';
const uncached = { maxCachedWorkflows: 0, digestsApart: true } as const;

const chosen = all ? stories : stories.filter(({ name }) => few.includes(name));

describe('problems', () => tellStories(onStage(chosen, uncached, all ? undefined : null), chosen));

// Apart and to its last move only: once a workflow that started children is complete, the server skips no more time.
const whole = [rectified(5)];
if (all) describe('a rectification', () => tellStories(onStage(whole, uncached, null), whole));
