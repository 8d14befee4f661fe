import { firstStories } from './stories';
import { tellStories } from './tell-stories';

// Nothing but digests is cached: every step replays the whole history.
tellStories(firstStories, { maxCachedWorkflows: 0, digestsApart: true });
