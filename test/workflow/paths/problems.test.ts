import { stories } from './stories';
import { tellStories } from './tell-stories';

tellStories(stories, {});
