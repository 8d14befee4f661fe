import { stories } from './stories';
import { rectified } from './stories/whole';
import { tellStories } from './tell-stories';

// Nothing but digests is cached: every step replays the whole history. That takes its time, so these stand for all, whose
// histories are replayed once in the other files; REPLAYED=all (with some ten minutes) plays every story this way.
const chosen = ['extended', 'returned', 'measured'];
const all = process.env.REPLAYED === 'all';
const told = all ? [...stories, rectified(5)] : stories.filter(({ name }) => chosen.includes(name));

tellStories(told, { maxCachedWorkflows: 0, digestsApart: true }, null);
