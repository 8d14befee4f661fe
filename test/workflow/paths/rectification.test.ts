import { onStage } from './on-stage';
import { rectified } from './stories/whole';
import { tellStories } from './tell-stories';

const whole = [rectified(25)];

tellStories(onStage(whole, {}, null), whole);
