import { rectified } from './stories/whole';
import { tellStories } from './tell-stories';

// Nothing but digests is cached: every step replays the whole history.
tellStories([rectified(5)], { maxCachedWorkflows: 0, digestsApart: true }, null);
