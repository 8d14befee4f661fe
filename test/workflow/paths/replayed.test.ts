import { stories } from './stories';
import { tellStories } from './tell-stories';

// Nothing is cached: every step replays the whole history.
tellStories(stories, { maxCachedWorkflows: 0 });
