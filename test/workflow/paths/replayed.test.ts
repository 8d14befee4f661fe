import { stories } from './stories';
import { tellStories } from './tell-stories';

// Nothing but digests is cached: every step replays the whole history. That takes its time, so these stand for all, whose
// histories are replayed once in the other files; REPLAYED=all plays every story this way.
const chosen = ['slow-to-accept', 'extended', 'returned', 'reclassified', 'measured', 'urged'];
const told = stories.filter(({ name }) => process.env.REPLAYED === 'all' || chosen.includes(name));

tellStories(told, { maxCachedWorkflows: 0, digestsApart: true });
