import { continued } from './continued';
import { onStage } from './on-stage';
import { stories } from './stories';
import { tellContinued } from './tell-continued';
import { tellStories } from './tell-stories';

// Some continue as new after every step as well, in every state that they pass through.
const chosen = ['late', 'extended', 'paused', 'returned', 'reclassified', 'relapsed', 'upkeep']
  .concat('measured', 'urged', 'slow-to-accept', 'short-of-people')
  .map((name) => stories.find((story) => story.name === name))
  .filter((story) => story !== undefined);

const stage = onStage([...stories, ...chosen.map((story) => continued(story, 1))], {});

describe('a story', () => tellStories(stage, stories));
describe('continued as new after every step', () => tellContinued(stage, chosen));
