import { rectified } from './stories/whole';
import { tellStories } from './tell-stories';

tellStories([rectified(25)], {}, null);
