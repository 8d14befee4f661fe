import { otherStories } from './stories';
import { tellStories } from './tell-stories';

// Nothing but digests is cached: every step replays the whole history.
tellStories(otherStories, { maxCachedWorkflows: 0, digestsApart: true });
