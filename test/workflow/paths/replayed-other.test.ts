import { otherStories } from './stories';
import { tellStories } from './tell-stories';

// Nothing is cached: every step replays the whole history.
tellStories(otherStories, { maxCachedWorkflows: 0 });
