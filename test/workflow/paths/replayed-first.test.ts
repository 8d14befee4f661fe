import { firstStories } from './stories';
import { tellStories } from './tell-stories';

// Nothing is cached: every step replays the whole history.
tellStories(firstStories, { maxCachedWorkflows: 0 });
